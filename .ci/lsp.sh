#!/usr/bin/env bash
# lsp.sh [CONFIGURATION]: the language server of the tool, driven by the client library that editors use (vscode-languageserver-protocol with vscode-jsonrpc, from npm). Needs the tool as it
# was built; installs node and npm where they are missing. LSP_TOOL may name a native tool to be driven instead. Prints what holds, and how long a keystroke takes in a file of 1,000 rules: a
# figure, not a test.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
client=.artifacts/ci-lsp-client
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm || exit 1
npm install --prefix "$client" --no-save --no-audit --no-fund --loglevel=error vscode-languageserver-protocol@3 || { echo "the client library cannot be installed"; exit 1; }

node .ci/lsp.mjs "$client" ${LSP_TOOL:-dotnet "$tool"} lsp
