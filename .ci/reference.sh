#!/usr/bin/env bash
# reference.sh [CONFIGURATION [COUNT [SEED]]]: the reference evaluator of tests/reference on the conformance cases and on the tests of the shipped rules,
# and so many generated outcomes of it beside those of the tool as it was built. The same ones each time, unless another seed is given. Installs Python where it is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
count=${2:-50000}
seed=${3:-1}
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll

bash .ci/install.sh python3 python3 || exit 1
export PYTHONDONTWRITEBYTECODE=1

python3 tests/reference conformance && python3 tests/reference shipped \
  && python3 tests/reference compare --seed "$seed" --count "$count" dotnet "$tool"
