#!/usr/bin/env bash
# rules-engine.sh PROJECT: restores a project that needs the RulesEngine package. Exits with 2, and says so, where the registry of this machine does not have it;
# with 1 for any other fault.
set -uo pipefail

if output=$(dotnet restore "$1" 2>&1); then
  echo "restored; versions that RulesEngine itself asks for and that were not found are named here:"
  grep -o 'NU1603: .*' <<<"$output" | sed 's/ \[.*//' | sort -u
  exit 0
fi

# NU1101: no such package; NU1102: not in that version.
if grep -Eq 'NU110[12]: .*\bRulesEngine\b' <<<"$output"; then
  echo "the RulesEngine package is not in this registry: the adapter and its tests were not built"
  exit 2
fi

echo "$output"
exit 1
