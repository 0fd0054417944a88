#!/usr/bin/env bash
# orleans-consumer.sh PACKAGES: plays the first user of the package for Orleans. Makes a silo outside the repository that knows nothing but the package and Orleans, and runs the first
# example of its page on every target framework: a change is stored and explained, and the handler is told.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
open_consumer "$1" NegotiationRules.Orleans
cp -R "$repository/rules" rules

{
  cat <<'CODE'
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationRules;
using Orleans;
using Orleans.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
CODE
  # The first C# block of the package's page: the silo, an empty line, the calls, an empty line, the handler.
  block csharp "$repository/src/NegotiationRules.Orleans/README.md" | awk '
    /^$/ && ++part == 1 { print "using var host = builder.Build();\nawait host.StartAsync();\nvar grains = host.Services.GetRequiredService<IGrainFactory>();" }
    /^$/ && part == 2 { print "await Task.Delay(2000);\nawait host.StopAsync();" }
    { print }'
} >Program.cs
grep -q AddNegotiations Program.cs || { echo "the page of the package has no example"; exit 1; }

write_project Silo.csproj Microsoft.NET.Sdk "NegotiationRules.Orleans=$version" "Microsoft.Orleans.Server=$(version_of Microsoft.Orleans.Sdk)"
build_consumer NegotiationRules.Orleans

for framework in net10.0 net8.0; do
  echo "-- $framework"
  dotnet run --no-build -f "$framework" >output.txt
  grep 'days too late' output.txt
  grep '^geneva-2022, 1: talks was Valid and is Invalid' output.txt
done
