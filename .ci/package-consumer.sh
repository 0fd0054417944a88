#!/usr/bin/env bash
# package-consumer.sh PACKAGES: plays the first user of the packed libraries. Makes a project outside the repository that knows
# nothing but the packages, compiles the first C# block of README.md in it, reads a workflow, and runs it on every target framework.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
open_consumer "$1" NegotiationRules

block csharp "$repository/README.md" >Program.cs
[ -s Program.cs ] || { echo "README.md has no \`\`\`csharp block"; exit 1; }
cp Program.cs first.cs
# The package for workflows: what is missing is unknown, what is there decides.
cat >>Program.cs <<'CODE'

var loans = NegotiationRules.Workflows.WorkflowFile.Parse("""{ "WorkflowName": "loans", "Rules": [ { "RuleName": "adult", "Expression": "input1.Age >= 18" } ] }""")["loans"];
var outcomes = new[] { "{}", """{ "age": 17 }""", """{ "age": 18 }""" }.Select(input => loans.Evaluate(Scenario.Parse($$"""{ "input1": {{input}} }""")).Rule("adult").Outcome);
if (string.Join(' ', outcomes) != "Unknown Violated Satisfied") return 1;

// The package that asks when.
var treaties = RuleSet.Load("rules/treaty-entry-into-force");
var timeline = treaties.Timeline(Scenario.Load("rules/treaty-entry-into-force/scenarios/kyoto-eve.scenario.json"));
foreach (var change in timeline.Changes.OfType<StageChange>()) Console.WriteLine($"{change}: {string.Join("; ", change.Because)}");
Expect(timeline.Changes.OfType<StageChange>().Single().Day == new DateOnly(2005, 2, 16), "the Kyoto Protocol enters into force");

// What it would take.
var guarantees = RuleSet.Load("rules/security-guarantees");
var postponed = guarantees.Evaluate(Scenario.Load("rules/security-guarantees/scenarios/postponed.scenario.json"));
var remedy = postponed.Advise("talks").Remedies[0];
Console.WriteLine(remedy);
Expect(guarantees.Evaluate(remedy.Scenario).Stage("talks").Outcome == StageOutcome.Valid, "a remedy does");

// Whether sides can agree. The C# that comes with net8.0 knows no static extensions, and calls them by where they are.
var unyielding = RuleSet.Load("rules/security-guarantees/counter-demands/unyielding.rules.json");
#if NET10_0_OR_GREATER
var joint = RuleSet.Reconcile(guarantees, unyielding);
#else
var joint = RuleSetReconciliation.Reconcile(guarantees, unyielding);
#endif
Console.WriteLine(joint);
Expect(joint.IsPossible == false && joint.Collisions.Count == 4, "they collide");

// Whether rules make sense, and what a change changes.
var small = RuleSet.Parse("""
    { "name": "small", "stages": ["talks"], "parameters": { "least": 3 }, "rules": [
      { "id": "least", "require": { "count": "parties", "atLeast": { "parameter": "least" } } },
      { "id": "two", "require": { "count": "parties", "atLeast": 2 } } ] }
    """);
Expect(small.Analyze().Findings is [{ Diagnostic.Code: "NR5004", Rule.Id: "two" }], "two parties are no more than three");
Expect(small.With("least", 4).CompareWith(small) is { IsEquivalent: false, Differences.Count: > 0 }, "four are more than three");
Expect(small.CompareWith(small).IsEquivalent == true, "the same rules are the same");

// How much each vote decides, and in how many of all scenarios it is adopted: counted, and estimated where there is no time to.
var council = RuleSet.Load("rules/security-council");
var veto = Scenario.Load("rules/security-council/scenarios/veto.scenario.json");
Expect(council.Power(veto, "adoption", new Votes("members", "vote", For: "yes", Against: "no")).Voters.Max(voter => voter.Swings) == 848, "848 swings");
var options = new ShareOptions { Given = veto, Free = ["members.vote"], Samples = 1000 };
var share = council.ShareOfValid("adoption", options);
var estimate = council.ShareOfValid("adoption", options, new AnalysisLimits { Time = TimeSpan.Zero }).Estimate;
Console.WriteLine($"{share}\n{estimate}");
Expect(share.NotDecided is null && share.Estimate is null && estimate!.Valid.Low <= share.Valid.Value && share.Valid.Value <= estimate.Valid.High, "the share");

// Which tests are missing.
File.WriteAllText("small.rules.json", """{ "name": "small", "stages": ["talks"], "rules": [ { "id": "mediated", "require": { "talks.mediated": true } } ] }""");
File.WriteAllText("small.tests.json", """
    { "rules": "small.rules.json", "tests": [
      { "name": "mediated", "scenario": { "talks": { "mediated": true } }, "expect": { "outcome": "valid" } } ] }
    """);
Expect(RuleTests.Load("small.tests.json").Suggest().Tests.Count == 1, "one test is missing");

// In an application.
var (before, after) = await Hosted.OutcomesAsync();
Expect(before == StageOutcome.Valid && after == StageOutcome.Invalid, "the application goes by the rules that were changed");
return 0;

static void Expect(bool isSo, string what)
{
    if (!isSo) throw new InvalidOperationException($"It should be so that {what}.");
}
CODE
# The package for applications, as its page shows it: a host, and rules that change while it runs.
cat >Hosted.cs <<'CODE'
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NegotiationRules;

internal static class Hosted
{
    public static async Task<(StageOutcome Before, StageOutcome After)> OutcomesAsync()
    {
        const string Rules = """{ "name": "talks", "stages": ["talks"], "rules": [ { "id": "mediated", "require": { "talks.mediated": true } } ] }""";
        File.WriteAllText("talks.rules.json", Rules);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddNegotiationRules("talks", "talks.rules.json");
        builder.Services.AddHealthChecks().AddNegotiationRules();
        using var host = builder.Build();
        await host.StartAsync();

        var sets = host.Services.GetRequiredService<IRuleSets>();
        var scenario = Scenario.Parse("""{ "talks": { "mediated": true } }""");
        var before = sets.Evaluate("talks", scenario).Outcome;
        var changed = new TaskCompletionSource();
        using var registration = sets.GetChangeToken("talks").RegisterChangeCallback(_ => changed.TrySetResult(), null);
        File.WriteAllText("talks.rules.json", Rules.Replace("true", "false"));
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var after = sets.Evaluate("talks", scenario).Outcome;
        await host.StopAsync();
        return (before, after);
    }
}
CODE
# The first example by itself, as somebody tries it who has nothing but the package.
mkdir first
cp first.cs first/Program.cs
write_project first/First.csproj Microsoft.NET.Sdk "NegotiationRules=$version"
dotnet run --project first -f net10.0 | tee first.txt
grep -q "long-term" first.txt || { echo "the first example does not tell of its rule"; exit 1; }
rm -rf first first.cs

# The example may load rule sets by the paths they have in the repository.
[ ! -d "$repository/rules" ] || cp -R "$repository/rules" rules

write_project Consumer.csproj Microsoft.NET.Sdk "NegotiationRules=$version" "NegotiationRules.Analysis=$version" "NegotiationRules.Extensions=$version" \
  "Microsoft.Extensions.Hosting=$(version_of Microsoft.Extensions.Hosting)" "NegotiationRules.Workflows=$version"
build_consumer NegotiationRules

for framework in net10.0 net8.0; do
  echo "-- $framework prints:"
  dotnet run --no-build -f "$framework"
done

# The tool as somebody installs it: from the same folder, for whatever .NET there is, run where there is no repository.
dotnet tool install NegotiationRules.Tool --version "[$version]" --tool-path tool --configfile nuget.config --verbosity quiet >/dev/null
tool/negotiate new my-rules >/dev/null
for command in check test evaluate; do tool/negotiate "$command" my-rules; done
tool/negotiate when my-rules port
tool/negotiate advise rules/security-guarantees diplomats-only --stage talks
tool/negotiate reconcile rules/security-guarantees rules/security-guarantees/counter-demands/yielding.rules.json
tool/negotiate analyze my-rules
tool/negotiate diff my-rules my-rules
tool/negotiate power rules/security-council veto --votes 'members.vote=yes|no'
tool/negotiate share rules/security-council veto --free members.vote
tool/negotiate test my-rules/my-rules.tests.json --suggest
[ "$(tool/negotiate --version)" = "$version" ] || { echo "the tool is not of version $version"; exit 1; }

# A package page shows the README without the repository around it.
for package in packages/negotiationrules packages/negotiationrules.analysis packages/negotiationrules.extensions packages/negotiationrules.workflows tool/.store/negotiationrules.tool; do
  page=$(find "$package" -name README.md | head -1)
  [ -f "$page" ] || { echo "$package has no README"; exit 1; }
  if grep -nE '\]\([^)#:]*\)' "$page"; then
    echo "these links in the README of $package lead nowhere from a package page"
    exit 1
  fi
done

# What is documented is what can be used, and it points to nothing that only the repository has.
for documentation in packages/negotiationrules*/*/lib/*/*.xml; do
  if grep -nE 'member name=".:NegotiationRules\.(\w+\.)?(Text|Facts|Schemas|Syntax|Conditions|Programs|Evaluation|Explanation|Testing|Expressions|Inputs|Reading|Translation|Writing|Limits|Circuits|Solving|Questions|Telling|Extensions|Settings|Sources|Telemetry|Watching|Hosting)\.\w' "$documentation" \
    || grep -nE '(rules|decisions|src|tests)/[A-Za-z]' "$documentation"; then
    echo "these lines of $documentation say nothing to a user of the package"
    exit 1
  fi
done

compilers=$(find bin -name 'Microsoft.CodeAnalysis*')
[ -z "$compilers" ] || { echo "the package brought a compiler along: $compilers"; exit 1; }
