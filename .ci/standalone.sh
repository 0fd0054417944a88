#!/usr/bin/env bash
# standalone.sh [CONFIGURATION]: writes the rule sets that ship out as C# that needs nothing of the library, with the tool as it was built in that configuration, compiles them for
# netstandard2.1 as C# 9, runs them under Mono, and holds what becomes of each rule and stage against `negotiate evaluate`. Installs Mono where it is missing, on Debian.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ -f /usr/lib/mono/4.5/Facades/netstandard.dll ] || bash .ci/install.sh mono-with-netstandard mono-runtime mono-devel
built=$(tr '[:upper:]' '[:lower:]' <<<"${1:-debug}")
tool=$PWD/.artifacts/bin/NegotiationRules.Cli/$built/NegotiationRules.Cli.dll
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp .ci/standalone/Driver.cs nuget.config "$work"

written=()
for folder in rules/*/; do
  name=$(basename "$folder")
  [ -f "$folder$name.rules.json" ] || continue
  space=$(sed 's/-//g' <<<"$name")
  if dotnet "$tool" generate csharp "$folder" --standalone --namespace "Standalone.$space" --output "$work/$space.cs" 2>"$work/errors.txt"; then
    written+=("$name")
  else
    grep -q 'error NR5040' "$work/errors.txt" || { cat "$work/errors.txt"; exit 1; }
    echo "$name cannot be written out: $(grep -c 'error NR5040' "$work/errors.txt") conditions"
  fi
done
[ "${#written[@]}" -ge 5 ] || { echo "only ${#written[@]} rule sets were written out"; exit 1; }

cat >"$work/Standalone.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.1</TargetFramework>
    <OutputType>Exe</OutputType>
    <LangVersion>9</LangVersion>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <UseAppHost>false</UseAppHost>
    <OutDir>out/</OutDir>
  </PropertyGroup>
</Project>
XML
dotnet build "$work/Standalone.csproj" -nologo -v quiet -m:1

for name in "${written[@]}"; do
  space=$(sed 's/-//g' <<<"$name")
  # Objects have days only, where a scenario may have a month.
  mkdir -p "$work/scenarios/$name"
  for scenario in "rules/$name/scenarios"/*.scenario.json; do
    sed -E 's/"([0-9]{4}-[0-9]{2})"/"\1-15"/g' "$scenario" >"$work/scenarios/$name/$(basename "$scenario")"
  done
  mono "$work/out/Standalone.dll" "$space" "$work/scenarios/$name"/*.scenario.json >"$work/written.txt"
  dotnet "$tool" evaluate "rules/$name" "$work/scenarios/$name"/*.scenario.json --format json >"$work/verdicts.jsonl" || [ $? = 1 ]
  python3 - "$work" "$name" <<'PY'
import json, re, sys
work, name = sys.argv[1:]
pascal = lambda text: "".join(part[:1].upper() + part[1:] for part in re.split(r"[^0-9A-Za-z]", text) if part)
given, not_said, compared = {}, set(), 0
for line in open(f"{work}/written.txt"):
    _, file, member, outcome = line.rstrip("\n").split("\t")
    scenario = file.removesuffix(".scenario.json")
    if outcome == "-":
        not_said.add(scenario)
    given.setdefault(scenario, {})[member] = outcome[0].lower() + outcome[1:]
for line in open(f"{work}/verdicts.jsonl"):
    verdict = json.loads(line)
    if verdict["id"] in not_said:
        print(f"  {verdict['id']}: no object says it")
        continue
    expected = {pascal(stage): outcome for stage, outcome in verdict["stages"].items()}
    for rule, outcome in verdict["rules"].items():
        expected[pascal(rule) + "2" if pascal(rule) in expected else pascal(rule)] = outcome
    written = given.get(verdict["id"], {})
    wrong = {member: (outcome, written.get(member)) for member, outcome in expected.items() if written.get(member) != outcome}
    if wrong:
        sys.exit(f"{name}, {verdict['id']}: the tool and the generated code do not agree: {wrong}")
    compared += len(expected)
if compared == 0:
    sys.exit(f"{name}: nothing was compared")
open(f"{work}/agreed.txt", "a").write(f"{compared}\n")
print(f"{name} agrees: {compared} outcomes")
PY
done
echo "$(awk '{ sum += $1 } END { print sum }' "$work/agreed.txt") outcomes of ${#written[@]} rule sets are the same under $(mono --version | head -1 | cut -d" " -f1-5)"
