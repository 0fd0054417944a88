#!/usr/bin/env bash
# pages.sh [CONFIGURATION]: the HTML that the tool writes, in a browser: nothing runs over at the width of a telephone, the filter and the keyboard do what they say, paper shows everything,
# and no text is too pale. Needs the tool as it was built; installs node, npm and Chromium where they are missing (CHROMIUM may name another browser of that kind).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
browsers=.artifacts/ci-browsers
output=.artifacts/ci-pages
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm && bash .ci/install.sh "${CHROMIUM:-chromium}" chromium || exit 1
export CHROMIUM=${CHROMIUM:-$(command -v chromium)}
npm install --prefix "$browsers" --no-save --no-audit --no-fund --loglevel=error playwright-core@1 || { echo "what drives the browser cannot be installed"; exit 1; }

rm -rf "$output"
mkdir -p "$output"
explain() { dotnet "$tool" explain "$@" --format html || echo "explain $* failed" >&2; }

for page in four-empires/khan-threatens council-of-the-eu/three-large-states-against security-guarantees/as-reported; do
  explain "rules/${page%/*}" "rules/${page%/*}/scenarios/${page#*/}.scenario.json" >"$output/${page%/*}.html"
done
explain rules/four-empires rules/four-empires/scenarios/fog-of-war.scenario.json --all >"$output/four-empires-all.html"
explain .ci/markdown-hostile .ci/markdown-hostile/hostile.scenario.json --all >"$output/hostile.html"
explain .ci/pages-from-the-right .ci/pages-from-the-right/votes.scenario.json --language ar >"$output/from-the-right.html"

dotnet "$tool" power rules/council-of-the-eu abstentions-block --stage adoption --votes "members.vote=for|against" --format html >"$output/power.html" || echo "power failed" >&2
dotnet "$tool" share rules/security-council veto --free members.vote --format html >"$output/share.html" || echo "share failed" >&2
dotnet "$tool" sweep rules/security-council seven-of-eleven --vary "members[0].vote" --vary "members[8].vote" --sample 1e5 --format html >"$output/sweep.html" || echo "sweep failed" >&2

node .ci/pages.mjs "$browsers" "$output"
