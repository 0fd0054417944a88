#!/usr/bin/env bash
# samples.sh CONFIGURATION: runs the samples that were built so. The console prints what is committed beside this script; the worker goes along with
# rules that change while it runs, and keeps those it has when the new ones have a fault.
set -euo pipefail

repository=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
built=$(tr '[:upper:]' '[:lower:]' <<<"${1:-debug}")
console=$repository/.artifacts/bin/NegotiationRules.Samples.Console/$built/NegotiationRules.Samples.Console.dll
worker=$repository/.artifacts/bin/NegotiationRules.Samples.Worker/$built/NegotiationRules.Samples.Worker.dll

diff <(dotnet "$console") "$repository/.ci/samples.console.txt" || { echo "the console sample prints something else than .ci/samples.console.txt"; exit 1; }
echo "the console sample prints what it should"

# In a copy of its folder, which is changed.
folder=$(mktemp -d)
running=
trap '[ -z "$running" ] || kill "$running" 2>/dev/null || true; rm -rf "$folder"' EXIT
cp -R "$repository/src/NegotiationRules.Samples/Worker/." "$folder"
cd "$folder"
dotnet "$worker" >log.txt 2>&1 &
running=$!

# logs TEXT: waits until the worker has logged it.
logs() {
  for _ in $(seq 300); do
    if grep -qF -- "$1" log.txt; then return 0; fi
    kill -0 "$running" 2>/dev/null || break
    sleep 0.2
  done
  echo "the worker did not log: $1"
  cat log.txt
  exit 1
}

logs 'south has 1 delegate'
sed -i 's/"leastDelegates": 2/"leastDelegates": 1/' appsettings.json
logs 'talks: valid'
sed 's/talks.mediated/talks.mediatd/' rules/venue.rules.json >new && mv new rules/venue.rules.json
logs 'error NR2001'
logs 'the rules that were read before stay in force'
sed 's/"talks.mediatd": true/"talks.mediated": false/' rules/venue.rules.json >new && mv new rules/venue.rules.json
logs 'talks: invalid'
# What runs in the background of a script ignores the signal of a keyboard.
kill -TERM "$running"
wait "$running" || { echo "the worker did not end in order"; cat log.txt; exit 1; }
running=
echo "the worker sample goes along with its rules"
