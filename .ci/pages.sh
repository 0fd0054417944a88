#!/usr/bin/env bash
# pages.sh [CONFIGURATION]: the HTML that the tool writes, in a browser: nothing runs over at the width of a telephone, the filter and the keyboard do what they say, paper shows everything,
# and no text is too pale. Needs node, npm, a Chromium (its path in CHROMIUM, or chromium or google-chrome on the path), and the tool as it was built; exits with 2 where one of them is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
browsers=.artifacts/ci-browsers
output=.artifacts/ci-pages
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll

command -v node >/dev/null && command -v npm >/dev/null || { echo "there is no node here: nothing is checked"; exit 2; }
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v google-chrome)} || { echo "there is no Chromium here: nothing is checked"; exit 2; }
export CHROMIUM
npm install --prefix "$browsers" --no-save --no-audit --no-fund --loglevel=error playwright-core@1 || { echo "what drives the browser cannot be installed: nothing is checked"; exit 2; }

rm -rf "$output"
mkdir -p "$output"
explain() { dotnet "$tool" explain "$@" --format html || echo "explain $* failed" >&2; }

for page in four-empires/khan-threatens council-of-the-eu/three-large-states-against security-guarantees/as-reported; do
  explain "rules/${page%/*}" "rules/${page%/*}/scenarios/${page#*/}.scenario.json" >"$output/${page%/*}.html"
done
explain rules/four-empires rules/four-empires/scenarios/fog-of-war.scenario.json --all >"$output/four-empires-all.html"
explain .ci/markdown-hostile .ci/markdown-hostile/hostile.scenario.json --all >"$output/hostile.html"
explain .ci/pages-from-the-right .ci/pages-from-the-right/votes.scenario.json --language ar >"$output/from-the-right.html"

node .ci/pages.mjs "$browsers" "$output"
