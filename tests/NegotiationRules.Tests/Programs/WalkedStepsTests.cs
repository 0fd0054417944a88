using NegotiationRules.Programs;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Programs;

public class WalkedStepsTests
{
    // What is walked is slow, cannot be written into columns, and no code is generated for it: more of it is for a person to approve.
    [Fact]
    public void WhatTheShippedSetsLeaveToTheTreeWalkIsKnown() => Approved.Check(string.Join('\n', RuleFiles().Select(WalkedIn)));

    private static IEnumerable<string> RuleFiles() => Directory
        .GetFiles(Repository.At("rules"), "*.rules.json", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}broken{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string WalkedIn(string path)
    {
        var rules = RuleSet.Load(path);
        var walked = rules.Program.Steps.OfType<Walk>().Count();
        var which = string.Join(", ", rules.Program.ThatWalk.Select(rule => rules.Rules[rule].Id));
        return $"{Path.GetFileName(path)}: {walked}{(walked == 0 ? string.Empty : $" in {which}")}";
    }
}
