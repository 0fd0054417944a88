#!/usr/bin/env bash
# vscode.sh [CONFIGURATION]: type-checks the extension for VS Code, makes it one script, packs it, and looks into what was packed: nothing is too much and nothing is missing, and loaded as
# an editor loads it, it starts the tool and shows what the tool finds. Needs the tool as it was built; installs node, npm and unzip where they are missing; what it installs and writes lies
# in .artifacts. The package is .artifacts/negotiation-rules.vsix.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash .ci/install.sh node nodejs npm && bash .ci/install.sh npm npm && bash .ci/install.sh unzip unzip || exit 1

configuration=${1:-Release}
source=src/NegotiationRules.VSCode
root=$PWD
work=$root/.artifacts/ci-vscode
package=$root/.artifacts/negotiation-rules.vsix
! grep -q '"resolved"' "$source/package-lock.json" || { echo "package-lock.json names a registry"; exit 1; }
rm -rf "$work/out" "$work/src" "$work/snippets" "$work/licences.txt" "$package"
mkdir -p "$work"
cp -r "$source/." "$work"
cp LICENSE "$work/LICENSE"
cp src/NegotiationRules/icon.png "$work/icon.png"
npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel=error
cd "$work"
npx tsc -p .
node "$root/$source/bundle.mjs" "$work"
npx vsce package --out "$package" >vsce.log 2>&1 || { cat vsce.log; exit 1; }
! grep -i warn vsce.log || { echo "vsce has warned"; exit 1; }

rm -rf unpacked && unzip -q "$package" -d unpacked
packed=$(cd unpacked/extension && find . -type f | LC_ALL=C sort)
diff <(printf './%s\n' LICENSE.txt grammar.json icon.png language-configuration.json licences.txt out/extension.js package.json readme.md snippets/rules.json) - <<<"$packed"
cd "$root"
echo "$(wc -l <<<"$packed") files, $(($(stat -c %s "$package" 2>/dev/null || stat -f %z "$package") / 1000)) KB"

tool=$root/.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll
[ -e "$tool" ] || { echo "it is packed, but it cannot be tried: the tool is not built in $configuration"; exit 1; }
printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$tool" >"$work/negotiate"
printf '#!/bin/sh\necho 0.0.9\n' >"$work/older"
chmod +x "$work/negotiate" "$work/older"
node .ci/vscode.mjs "$work/unpacked/extension" "$work/negotiate" "$work/older"
