#!/usr/bin/env bash
# vscode.sh: type-checks the extension for VS Code, packs it, and looks into what was packed: all that it names is there, and it is loaded as an editor loads it. Installs node and npm where
# they are missing; what it installs and writes lies in .artifacts. The package is .artifacts/negotiation-rules.vsix.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm && bash .ci/install.sh unzip unzip || exit 1

source=src/NegotiationRules.VSCode
work=.artifacts/ci-vscode
package=$PWD/.artifacts/negotiation-rules.vsix
! grep -q '"resolved"' "$source/package-lock.json" || { echo "package-lock.json names a registry"; exit 1; }
rm -rf "$work/out" "$work/src" "$package"
mkdir -p "$work"
cp -r "$source/." "$work"
cp LICENSE "$work/LICENSE"
npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel=error
(cd "$work" && npx tsc -p . && npx vsce package --out "$package" >vsce.log) || { cat "$work/vsce.log"; exit 1; }

listing=$(cd "$work" && npx vsce ls)
for file in package.json README.md LICENSE language-configuration.json grammar.json snippets/rules.json out/extension.js out/servedPages.js; do
  grep -qx "$file" <<<"$listing" || { echo "$file is not in the package"; exit 1; }
done
rm -rf "$work/unpacked" && unzip -q "$package" -d "$work/unpacked"
node .ci/vscode.mjs "$work/unpacked/extension"
echo "$(wc -l <<<"$listing") files, $(($(stat -c %s "$package" 2>/dev/null || stat -f %z "$package") / 1024)) KB"
