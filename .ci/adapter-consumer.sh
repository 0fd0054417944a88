#!/usr/bin/env bash
# adapter-consumer.sh PACKAGES: plays the adapter's first user: a project outside the repository that knows the package alone puts its engine where
# RulesEngine's was, on every target framework.
set -euo pipefail

packages=$(realpath "$1")
nupkg=$(find "$packages" -name 'NegotiationRules.RulesEngine.[0-9]*.nupkg')
[ -f "$nupkg" ] || { echo "expected one package of the adapter in $packages, found: ${nupkg:-none}"; exit 1; }
version=$(basename "$nupkg" .nupkg)
version=${version#NegotiationRules.RulesEngine.}

consumer=$(mktemp -d)
trap 'rm -rf "$consumer"' EXIT
cd "$consumer"

cat >Program.cs <<'CODE'
using NegotiationRules.RulesEngine;
using RulesEngine.Interfaces;
using RulesEngine.Models;

string[] workflows = ["""{ "WorkflowName": "loans", "Rules": [ { "RuleName": "adult", "ErrorMessage": "only $(loan.Age)", "Expression": "loan.Age >= 18 && loan.Country != null" } ] }"""];
async Task<string> Answers(IRulesEngine engine)
{
    var answers = "";
    foreach (var loan in new[] { new Loan(17, "IS"), new Loan(18, "IS"), new Loan(30, null) })
    {
        var result = (await engine.ExecuteAllRulesAsync("loans", new RuleParameter("loan", loan)))[0];
        answers += $"{result.IsSuccess} {result.ExceptionMessage}; ";
    }

    return answers;
}

var ours = new NegotiationRulesEngine(workflows);
var (expected, found) = (await Answers(new RulesEngine.RulesEngine(workflows)), await Answers(ours));
Console.WriteLine(found);
return found == expected && HandedOverRules.Of(ours, "loans").Count == 0 ? 0 : 1;

public sealed record Loan(int Age, string? Country);
CODE

# Adds a source to those of the machine. A packages folder of its own, because the shared one may hold an older build of this version.
cat >nuget.config <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="packed" value="$packages" /></packageSources>
</configuration>
XML

# net8.0 runs on a newer runtime where its own is not installed.
cat >Consumer.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net10.0;net8.0</TargetFrameworks>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NegotiationRules.RulesEngine" Version="[$version]" />
  </ItemGroup>
</Project>
XML

dotnet build -nologo -v quiet
grep -qF "\"$packages\"" "packages/negotiationrules.rulesengine/$version/.nupkg.metadata" \
  || { echo "the restored package is not the one in $packages"; exit 1; }

for framework in net10.0 net8.0; do
  echo "-- $framework prints:"
  dotnet run --no-build -f "$framework"
done
