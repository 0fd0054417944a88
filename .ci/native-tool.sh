#!/usr/bin/env bash
# native-tool.sh FOLDER: compiles the tool ahead of time into FOLDER and shows that it is whole: every command prints what the tool on .NET prints, byte for byte.
# Wants a C compiler's linker and zlib; where they are missing it installs them if it may (root on Debian or Ubuntu), and says so and fails otherwise.
# Downloads the native compiler once, as a package. Prints how long one scenario takes from the start of the process to its end: a figure, not a test.
set -euo pipefail

mkdir -p "$1"
output=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing=()
command -v clang >/dev/null || command -v gcc >/dev/null || missing+=(clang)
echo '#include <zlib.h>' | "$(command -v clang || command -v gcc || echo false)" -E - >/dev/null 2>&1 || missing+=(zlib1g-dev)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$work/apt.log" 2>&1 \
      || { cat "$work/apt.log"; echo "could not install ${missing[*]}"; exit 1; }
  else
    echo "the native tool cannot be linked: install ${missing[*]} (by their names on Debian) and run this again"
    exit 1
  fi
fi

case "$(uname -s) $(uname -m)" in
  "Linux x86_64") machine=linux-x64 ;;
  "Linux aarch64") machine=linux-arm64 ;;
  "Darwin arm64") machine=osx-arm64 ;;
  "Darwin x86_64") machine=osx-x64 ;;
  *) echo "no native tool is made on $(uname -s) $(uname -m)"; exit 1 ;;
esac

# An output folder of its own: the library is compiled a little differently for native programs (see src/Native).
project=src/NegotiationRules.Cli
dotnet publish "$project" -c Release -r "$machine" -p:PublishAot=true -p:ArtifactsPath="$work/artifacts" -o "$output" -warnaserror -nologo -v quiet
dotnet build "$project" -c Release -nologo -v quiet
native=$output/negotiate
managed=$PWD/.artifacts/bin/NegotiationRules.Cli/release/NegotiationRules.Cli.dll

compared=0
differences=0
# answers NAME COMMAND...: what a command prints, what it reports and its exit code. How long it took is another each time.
answers() {
  local name=$1 code=0
  shift
  "$@" >"$work/$name" 2>"$work/$name.error" || code=$?
  { sed 's/ in [0-9.,]* s ([0-9,]* a second)//' "$work/$name.error"; echo "exit code $code"; } >>"$work/$name"
}

# same ARGUMENTS...: both tools answer the same.
same() {
  answers native "$native" "$@"
  answers managed dotnet "$managed" "$@"
  compared=$((compared + 1))
  if ! cmp -s "$work/native" "$work/managed"; then
    differences=$((differences + 1))
    echo "not the same: negotiate $*"
    diff "$work/managed" "$work/native" | head -8 || true
  fi
}

for rules in $(find rules -name '*.rules.json' -not -path '*/broken/*' | sort); do
  folder=$(dirname "$rules")
  same evaluate "$rules"
  same evaluate "$rules" --format json --fail-on undetermined
  same describe "$rules"
  scenario=$(find "$folder/scenarios" -name '*.scenario.json' 2>/dev/null | sort | head -1) || scenario=
  [ -z "$scenario" ] || same explain "$rules" "$scenario" --all
  [ -z "$scenario" ] || same when "$rules" "$scenario" --from 2020 --to 2040
done
for format in text json sarif github gitlab azure; do same check --format "$format" rules; done
same check --program rules/security-guarantees
for format in text json; do same when rules/treaty-entry-into-force kyoto-eve test-ban --format "$format"; done
for format in text json; do same advise rules/security-guarantees postponed diplomats-only --format "$format"; done
for answers in yielding unyielding; do same reconcile rules/security-guarantees "rules/security-guarantees/counter-demands/$answers.rules.json"; done
for format in text sarif; do same analyze rules/security-guarantees/counter-demands --format "$format"; done
same power rules/security-council veto --votes 'members.vote=yes|no'
same share rules/security-council veto --free members.vote
same share rules/security-council veto --free members.vote --time 0.0000001 --sample 1000 --format json
for format in text markdown html json mermaid; do same explain rules/security-guarantees postponed --format "$format"; done
same evaluate rules/security-guarantees postponed --set tolerance=P3M --set 'topics=["missiles"]'
for lines in rules/*/cases/*.jsonl; do same evaluate "$(dirname "$(dirname "$lines")")" --scenarios "$lines" --facts /facts --id /id; done
printf 'agreement.form,agreement.legallyBinding,talks.start\nwritten,true,2022-01-10\noral,,soon\n' >"$work/rows.csv"
same evaluate rules/security-guarantees --scenarios "$work/rows.csv"
same evaluate rules/security-guarantees --scenarios "$work/rows.csv" --output "$work/rows.arrow"
same test rules --coverage
ferry=tests/NegotiationRules.Tests/Cli/Cases/ferry
same evaluate "$ferry" --format json
same evaluate "$ferry" --missing-is-null
same convert "$ferry" --to rules --samples "$ferry/scenarios/sailor.scenario.json"
same convert rules/security-guarantees --to workflow
same test "$ferry" --coverage
same test rules --format json
for kind in rules scenario tests vocabulary analysis explanation; do same schema "$kind"; done
for kind in rules scenario tests; do same schema "$kind" --vocabulary negotiation; done
for command in check evaluate explain advise when power share reconcile analyze diff test describe convert format schema new watch lsp mcp diagnostic serve; do same "$command" --help; done
same diagnostic
same diagnostic NR2001
same test rules --format junit
same --help
same --version
same evaluat rules
(cd "$work" && "$native" new starter && mv starter starter-native) >"$work/new-native.txt"
(cd "$work" && dotnet "$managed" new starter) >"$work/new-managed.txt"
diff -r "$work/starter-native" "$work/starter" && diff "$work/new-native.txt" "$work/new-managed.txt" || differences=$((differences + 1))

LSP_TOOL=$native bash .ci/lsp.sh || differences=$((differences + 1))
"$native" evaluate rules/security-guarantees postponed
TIMEFORMAT=%3R
for _ in $(seq 20); do { time "$native" evaluate rules/security-guarantees postponed >/dev/null; } 2>&1; done | sort -n \
  | awk '{ took[NR] = $1 * 1000 } END { printf "one scenario, from the start of the process to its end: %d ms at least, %d ms in the middle of %d runs\n", took[1], took[int((NR + 1) / 2)], NR }'
echo "$((compared + 1)) calls compared with the tool on .NET, $differences not the same; $(du -k "$native" | cut -f1) KB"
[ "$differences" -eq 0 ]
