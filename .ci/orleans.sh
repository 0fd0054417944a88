#!/usr/bin/env bash
# orleans.sh [measure]: 100,000 negotiations on a cluster of three silos, one of which is killed while they change: nothing is lost, no change is made twice, every flip is told. Some three
# minutes on two cores; SEED=… for those of an earlier run. With `measure`: memory and changes a second beside grains that keep a number, as in the report of the benchmarks.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
tests=tests/NegotiationRules.Orleans.Tests

if [ "${1:-}" = measure ]; then
  MEASURED=20000 dotnet test "$tests" -nologo --filter "FullyQualifiedName~MeasuringTests" --logger "console;verbosity=detailed" \
    | grep -E '^ *\| |Failed|Passed!' | sed 's/^ *//'
else
  NEGOTIATIONS=100000 dotnet test "$tests" -nologo --filter "FullyQualifiedName~ClusterTests" --logger "console;verbosity=detailed" | grep -v '^\[xUnit'
fi
