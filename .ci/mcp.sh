#!/usr/bin/env bash
# mcp.sh [CONFIGURATION]: `negotiate mcp` with the client of the protocol's own SDK. Needs the tool as it was built; installs node, npm and the client where they are missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
client=.artifacts/ci-mcp
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm || exit 1
npm install --prefix "$client" --no-save --no-audit --no-fund --loglevel=error @modelcontextprotocol/sdk@1 || { echo "the client cannot be installed"; exit 1; }
cp .ci/mcp.mjs "$client/mcp.mjs" && node "$client/mcp.mjs" "$tool"
