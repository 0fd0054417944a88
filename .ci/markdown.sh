#!/usr/bin/env bash
# markdown.sh [CONFIGURATION]: what the tool prints as Markdown and Mermaid, read by the renderers that people use. Whatever stands in facts and rules is text in it,
# and every picture of a rule set of ours can be drawn. Needs the tool as it was built; installs node, npm and the renderers where they are missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
renderers=.artifacts/ci-renderers
output=.artifacts/ci-markdown
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll
hostile=.ci/markdown-hostile

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm || exit 1
npm install --prefix "$renderers" --no-save --no-audit --no-fund --loglevel=error marked@18 markdown-it@15 mermaid@11 jsdom@29 || { echo "the renderers cannot be installed"; exit 1; }

rm -rf "$output"
mkdir -p "$output"
explain() { dotnet "$tool" explain "$@" || echo "explain $* failed" >&2; }

explain "$hostile" "$hostile/hostile.scenario.json" --all --format markdown >"$output/hostile-explain.md"
dotnet "$tool" describe "$hostile" >"$output/hostile-describe.md"
explain "$hostile" "$hostile/hostile.scenario.json" --all --format mermaid >"$output/hostile.mmd"
for scenario in rules/*/scenarios/*.scenario.json; do
  folder=${scenario%/scenarios/*}
  name=${folder##*/}-$(basename "$scenario" .scenario.json)
  explain "$folder" "$scenario" --all --format mermaid >"$output/$name.mmd"
done

node .ci/markdown.mjs "$renderers" "$output"
