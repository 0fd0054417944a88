using System.Diagnostics;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>Expressions that reach for what a rule has no business with.</summary>
public sealed class HostileExpressionsTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "System.IO.File.ReadAllText(\"/etc/passwd\").Length > 0",
        "System.IO.File.Delete(\"x\")",
        "File.Exists(\"x\")",
        "System.Diagnostics.Process.Start(\"sh\") != null",
        "Activator.CreateInstance(\"a\", \"b\") != null",
        "System.Activator.CreateInstance(\"a\", \"b\") != null",
        "System.Reflection.Assembly.Load(\"a\") != null",
        "Type.GetType(\"System.IO.File\") != null",
        "typeof(string).Assembly != null",
        "loan.GetType().Assembly.Location != null",
        "loan.Applicant.Name.GetType().Assembly != null",
        "\"\".GetType().Assembly != null",
        "loan.Debts.GetType().Name == \"a\"",
        "loan.Scores.First().GetType() != null",
        "loan.Amount.GetHashCode() == 0",
        "Environment.Exit(1) == null",
        "System.Environment.GetEnvironmentVariable(\"PATH\") == \"\"",
        "Console.WriteLine(\"x\") == null",
        "new System.IO.FileInfo(\"x\").Exists",
        "new System.Net.WebClient().DownloadString(\"x\") == null",
        "System.Threading.Thread.Sleep(100000) == null",
        "Math.GetType() != null",
        "DateTime.Now.GetType() != null",
        "loan.Debts.Any(d => System.IO.File.Exists(d.Bank))",
        "loan.Countries.Any(GetType() != null)",
        "cast(loan, \"System.IO.File\") != null",
        "is(loan, \"System.IO.File\")",
        "\"\".GetType().Assembly.GetType(\"System.IO.File\").GetMethod(\"Delete\").Invoke(null, null) == null",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void IsADiagnosticThatNamesIt(string expression)
    {
        foreach (var missingIsUnknown in new[] { true, false })
        {
            var found = TranslationCase.Of(expression, missingIsUnknown);

            Assert.Null(found.Result);
            Assert.True(found.Bag.HasErrors);
        }
    }

    [Fact]
    public void TakesNoTime()
    {
        foreach (var expression in Hostile)
        {
            TranslationCase.Of(expression);
        }

        var watch = Stopwatch.StartNew();
        foreach (var expression in Hostile)
        {
            TranslationCase.Of(expression);
        }

        // Some microseconds each; the machine may be busy.
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 0, 500);
    }

    [Fact]
    public void ALongChainIsTranslatedInTimeThatFollowsItsLength()
    {
        var watch = Stopwatch.StartNew();
        var found = TranslationCase.Of(
            string.Join(" or ", Enumerable.Range(0, 900).Select(i => $"loan.Months == {i}")),
            missingIsUnknown: false
        );

        Assert.NotNull(found.Result);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
