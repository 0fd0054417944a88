#!/usr/bin/env bash
# peers.sh: the engines that are measured beside ours, given the same rules in their own words, agree with C# on some five hundred scenarios. Nothing is
# timed that counts: that is `dotnet run -c Release -p:WithPeers=true --project benchmarks/NegotiationRules.Benchmarks -- --filter '*Peers*'`.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

said=$(dotnet run -c Release -p:WithPeers=true --project benchmarks/NegotiationRules.Benchmarks -- --filter '*Peers*' --inProcess --job dry 2>&1)
timed=$(grep -c '^WorkloadResult' <<<"$said")
if [ "$timed" -ne 8 ]; then
  grep -A 3 -m 3 'Exception\|error' <<<"$said"
  echo "$timed of 8 contenders were run"
  exit 1
fi
echo "all 8 contenders agree"
