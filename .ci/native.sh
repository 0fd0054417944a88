#!/usr/bin/env bash
# native.sh FOLDER [CONFIGURATION]: compiles the shared library into FOLDER, tries it from C (gcc, and valgrind where it knows the machine) and from Python, and puts the package
# into a wheel there. The tool as it was built in that configuration says what Python has to say. Prints how long a million scenarios take: a figure, not a test.
# Installs what is missing, on Debian.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p "$1"
output=$(cd "$1" && pwd)
configuration=${2:-Release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bash .ci/install.sh gcc gcc libc6-dev
bash .ci/install.sh valgrind valgrind
python=/usr/bin/python3
bash .ci/install.sh $python python3
$python -c 'import numpy' 2>/dev/null || bash .ci/install.sh no-such-command python3-numpy
bash .ci/install.sh mypy mypy
echo '#include <zlib.h>' | gcc -E - >/dev/null 2>&1 || bash .ci/install.sh no-such-command zlib1g-dev

case "$(uname -s) $(uname -m)" in
  "Linux x86_64") machine=linux-x64 ;;
  "Linux aarch64") machine=linux-arm64 ;;
  *) echo "the shared library is tried on Linux only, not on $(uname -s) $(uname -m)"; exit 1 ;;
esac

# An output folder of its own: the library is compiled a little differently for native programs (see src/Native).
dotnet publish src/NegotiationRules.Native -c Release -r "$machine" -p:PublishAot=true -p:NativeLib=Shared -p:ArtifactsPath="$work/artifacts" -o "$work/published" \
  -warnaserror -nologo -v quiet
library=$output/libnegotiation_rules.so
cp "$work/published/negotiation_rules.so" "$library"
cp src/NegotiationRules.Native/include/negotiation_rules.h "$output"

# What is exported is what the header declares.
diff <(nm -D --defined-only "$library" | sed -n 's/.* T \(nr_.*\)@@.*/\1/p; s/.* T \(nr_[a-z_]*\)$/\1/p' | sort) \
  <(grep -o '^[a-z].* \**nr_[a-z_]*(' src/NegotiationRules.Native/include/negotiation_rules.h | grep -o 'nr_[a-z_]*(' | tr -d '(' | sort) \
  || { echo "the library exports (<) other functions than the header declares (>)"; exit 1; }

# compile NAME: a C program of the tests.
compile() {
  gcc -std=c11 -O1 -g -Wall -Wextra -Wpedantic -Werror -I"$output" "tests/NegotiationRules.Native.Tests/c/$1.c" -L"$output" -lnegotiation_rules -lpthread -Wl,-rpath,"$output" -o "$work/$1"
}

for program in native_test readme columns; do compile $program; done
"$work/native_test"
"$work/readme" | grep -q "postponed" || { echo "the first example of the README explains nothing"; exit 1; }
[ "$("$work/columns")" = "2 1 1 0 " ] || { echo "the example of columns prints something else than its comment says"; exit 1; }

# Without a limit the collector reserves more addresses than valgrind has. Nothing of the runtime needs to be suppressed.
if ! DOTNET_GCHeapHardLimit=0x10000000 valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \
  "$work/native_test" >"$work/valgrind" 2>&1; then
  tail -60 "$work/valgrind"
  echo "valgrind finds something"
  exit 1
fi
echo "valgrind finds nothing: $(tail -1 "$work/valgrind")"

export NEGOTIATION_RULES_LIBRARY=$library PYTHONDONTWRITEBYTECODE=1
export NEGOTIATE="dotnet $PWD/.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll"
mypy --cache-dir "$work/mypy" --config-file src/NegotiationRules.Python/pyproject.toml --ignore-missing-imports src/NegotiationRules.Python/negotiation_rules

# The wheel, unpacked as an installer does it, is what is tested: with the library inside, and without this repository's sources.
wheel=$($python src/NegotiationRules.Python/build_wheel.py "$library" "$output")
$python tests/NegotiationRules.Python.Tests/unpack_wheel.py "$wheel" "$work/site"
unset NEGOTIATION_RULES_LIBRARY
PYTHONPATH=$work/site $python -m unittest discover -s tests/NegotiationRules.Python.Tests
PYTHONPATH=$work/site:tests/NegotiationRules.Python.Tests $python tests/NegotiationRules.Python.Tests/ten_rules.py
echo "$(basename "$wheel"): $(du -k "$wheel" | cut -f1) KB; the library in it: $(du -k "$library" | cut -f1) KB"
