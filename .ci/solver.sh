#!/usr/bin/env bash
# solver.sh [CONFIGURATION [TIMES]]: the solver z3 beside ours. On all that `negotiate analyze` asks about some shipped rules, as the built tool writes it down;
# on circuits of generated rules; and on their conditions as they are said, without cells. So many times as many generated cases as in .ci/run, and others each
# time; SEED=… for those of an earlier run. Installs z3 where it is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
tool=.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll
questions=.artifacts/ci-questions

bash .ci/install.sh z3 z3 || exit 1
rm -rf "$questions"
for rules in security-guarantees security-council delegations general-assembly; do
  dotnet "$tool" analyze "rules/$rules" --exclude broken --time 60 --smtlib "$questions" >/dev/null || { echo "rules/$rules cannot be analysed"; exit 1; }
done

asked=0
for file in "$questions"/*.smt2; do
  answer=$(z3 -T:60 "$file") || { echo "$file: $answer"; exit 1; }
  asked=$((asked + 1))
done
echo "$asked questions about shipped rules: z3 says the same"
[ "$asked" -gt 0 ] || exit 1

CASES_TIMES=${2:-1} dotnet test tests/NegotiationRules.Solver.Tests -p:WithSolver=true -nologo --logger "console;verbosity=detailed" | grep -v '^\[xUnit'
