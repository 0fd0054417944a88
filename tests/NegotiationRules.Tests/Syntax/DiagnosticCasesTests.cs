using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Every file of <c>Cases/Diagnostics</c>, each with the whole report that a person approved.</summary>
public class DiagnosticCasesTests
{
    private const string Folder = "tests/NegotiationRules.Tests/Cases/Diagnostics";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.rules.json")
        .Select(path => Path.GetFileName(path)[..^".rules.json".Length])
        .Where(name => !name.EndsWith(".cured", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        var bag = new DiagnosticBag();
        var file = $"{name}.rules.json";
        RuleFileReader.Read(new SourceText(file, File.ReadAllText(Repository.At($"{Folder}/{file}"))), ReadingLimits.Default, bag);

        Assert.True(bag.HasErrors);
        Approved.CheckFile(string.Join("\n\n", bag.ToSorted()), Repository.At($"{Folder}/{name}.approved.txt"));
    }
}
