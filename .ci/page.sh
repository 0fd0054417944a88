#!/usr/bin/env bash
# page.sh publish: makes the page in .artifacts/page, which the tool is then built with.
# page.sh try [CONFIGURATION]: the page in a browser, from a plain server of files and from `negotiate serve`. Needs the page and the tool as they were built; installs node, npm and Chromium
# where they are missing (CHROMIUM may name another browser of that kind). Pictures of it are left in .artifacts/ci-page.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

browsers=.artifacts/ci-browsers
output=.artifacts/ci-page

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm || exit 1
case ${1:-} in
  publish) exec dotnet publish src/NegotiationRules.Page -c Release -nologo ;;
  try) ;;
  *) echo "page.sh publish, or page.sh try [CONFIGURATION]"; exit 2 ;;
esac

configuration=${2:-Release}
bash .ci/install.sh "${CHROMIUM:-chromium}" chromium || exit 1
export CHROMIUM=${CHROMIUM:-$(command -v chromium)}
npm install --prefix "$browsers" --no-save --no-audit --no-fund --loglevel=error playwright-core@1 axe-core@4 || { echo "what drives the browser cannot be installed"; exit 1; }

rm -rf "$output"
mkdir -p "$output"
node .ci/page.mjs "$browsers" .artifacts/page/wwwroot "$output" ".artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll"
