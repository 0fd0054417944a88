using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Facts;

/// <summary>The built-in vocabulary.</summary>
public class NegotiationVocabularyTests
{
    public static TheoryData<string, string> Facts { get; } = new()
    {
        { "asOf", "a date" },
        { "talks.start", "a date" },
        { "talks.participantsAnnounced", "true or false" },
        { "parties[].id", "text" },
        { "parties[].delegates[].role", "text" },
        { "parties[].population", "a whole number" },
        { "parties[].emissions", "a number" },
        { "agreement.form", "text" },
        { "agreement.legallyBinding", "true or false" },
        { "agreement.termYears", "a whole number" },
        { "agreement.breachedBy", "a list" },
        { "demands[].response", "text" },
        { "trust[].score", "a whole number" },
        { "forum.considersOpposingViews", "true or false" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void HasTheFactsThatRulesTalkAbout(string path, string kind) =>
        Assert.Equal(kind, AllTypes().Single(t => t.Path == path).Type.Kind);

    [Fact]
    public void EveryFactHasADescription() =>
        Assert.All(AllTypes(), t => Assert.False(string.IsNullOrWhiteSpace(t.Type.Description), t.Path));

    [Fact]
    public void EveryFactButPlainElementsHasATitle() =>
        Assert.All(
            AllTypes().Where(t => !t.Path.EndsWith("[]", StringComparison.Ordinal)),
            t => Assert.False(string.IsNullOrWhiteSpace(t.Type.Title), t.Path)
        );

    [Fact]
    public void WhatCanBeSharedOutIsNotNegative() =>
        Assert.All(
            AllTypes().Where(t => t.Path.StartsWith("parties[].", StringComparison.Ordinal)).Select(t => t.Type).OfType<ExactType>(),
            type => Assert.Equal(0, type.Minimum));

    [Fact]
    public void ADelegateCanBeMilitary() =>
        Assert.Contains("military", ((TextType)AllTypes().Single(t => t.Path == "parties[].delegates[].role").Type).Values!);

    [Fact]
    public void IsTheFileInTheRulesFolder() =>
        Assert.Equal(
            Vocabulary.Load(Repository.At("rules/negotiation.vocabulary.json")).ToJsonSchema(),
            Vocabulary.Negotiation.ToJsonSchema()
        );

    [Fact]
    public void DrawsNoWarning() => Assert.Empty(Vocabulary.Negotiation.Warnings);

    private static IEnumerable<(string Path, FactType Type)> AllTypes() => Walk(Vocabulary.Negotiation.Root, "");

    private static IEnumerable<(string Path, FactType Type)> Walk(FactType type, string path)
    {
        var inner = type switch
        {
            RecordType record => record.Properties.SelectMany(p => Walk(p.Type, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
            ListType list when list.Element is RecordType record => Walk(record, $"{path}[]"),
            _ => [],
        };
        return path.Length == 0 || path.EndsWith("[]", StringComparison.Ordinal) ? inner : inner.Prepend((path, type));
    }
}
