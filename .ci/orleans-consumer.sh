#!/usr/bin/env bash
# orleans-consumer.sh PACKAGES: plays the first user of the package for Orleans. Makes a silo outside the repository that knows nothing but the package and Orleans, and runs the first
# example of its page on every target framework: a change is stored and explained, and the handler is told.
set -euo pipefail

packages=$(realpath "$1")
repository=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")

nupkg=$(find "$packages" -name 'NegotiationRules.Orleans.[0-9]*.nupkg')
[ -f "$nupkg" ] || { echo "expected one package for Orleans in $packages, found: ${nupkg:-none}"; exit 1; }
version=$(basename "$nupkg" .nupkg)
version=${version#NegotiationRules.Orleans.}
orleans=$(sed -n 's/.*"Microsoft.Orleans.Sdk" Version="\([^"]*\)".*/\1/p' "$repository/Directory.Packages.props")

consumer=$(mktemp -d)
trap 'rm -rf "$consumer"' EXIT
cd "$consumer"
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
  awk '
    /^```/ && inside { exit }
    inside && /^$/ && ++part == 1 { print "using var host = builder.Build();\nawait host.StartAsync();\nvar grains = host.Services.GetRequiredService<IGrainFactory>();" }
    inside && /^$/ && part == 2 { print "await Task.Delay(2000);\nawait host.StopAsync();" }
    inside { print }
    /^```csharp[[:space:]]*$/ { inside = 1 }' "$repository/src/NegotiationRules.Orleans/README.md"
} >Program.cs
grep -q AddNegotiations Program.cs || { echo "the page of the package has no example"; exit 1; }

cat >nuget.config <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="packed" value="$packages" /></packageSources>
</configuration>
XML

# net8.0 runs on a newer runtime where its own is not installed.
cat >Silo.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net10.0;net8.0</TargetFrameworks>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NegotiationRules.Orleans" Version="[$version]" />
    <PackageReference Include="Microsoft.Orleans.Server" Version="$orleans" />
  </ItemGroup>
</Project>
XML

dotnet build -nologo -v quiet
grep -qF "\"$packages\"" "packages/negotiationrules.orleans/$version/.nupkg.metadata" \
  || { echo "the restored package is not the one in $packages"; exit 1; }

for framework in net10.0 net8.0; do
  echo "-- $framework"
  dotnet run --no-build -f "$framework" >output.txt
  grep 'days too late' output.txt
  grep '^geneva-2022, 1: talks was Valid and is Invalid' output.txt
done
