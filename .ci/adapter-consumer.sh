#!/usr/bin/env bash
# adapter-consumer.sh PACKAGES: plays the adapter's first user: a project outside the repository that knows the package alone puts its engine where
# RulesEngine's was, on every target framework.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
open_consumer "$1" NegotiationRules.RulesEngine

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

write_project Consumer.csproj Microsoft.NET.Sdk "NegotiationRules.RulesEngine=$version"
build_consumer NegotiationRules.RulesEngine

for framework in net10.0 net8.0; do
  echo "-- $framework prints:"
  dotnet run --no-build -f "$framework"
done
