#!/usr/bin/env bash
# solver.sh [TIMES]: the solver z3 beside ours: on circuits of generated rules, and on their conditions as they are said, without cells; so many times as many
# cases as in .ci/run. Other cases each time; SEED=… for those of an earlier run. Installs z3 where it is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash .ci/install.sh z3 z3 || exit 1
TIMES=${1:-1} dotnet test tests/NegotiationRules.Solver.Tests -p:IsTestProject=true -nologo --logger "console;verbosity=detailed" | grep -v '^\[xUnit'
