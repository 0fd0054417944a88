using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>What the translation makes of the cases are conditions that the rule language accepts.</summary>
public sealed class AcceptanceTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/Translation/Cases";

    private static readonly Vocabulary Loans = Vocabulary();

    public static TheoryData<string> Expressions { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.expressions.txt")
        .Where(path => !path.EndsWith("refused.expressions.txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(TranslationCasesTests.Expressions)];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void TheConditionAndItsFaultAreAccepted(string expression)
    {
        foreach (var missingIsUnknown in new[] { true, false })
        {
            if (TranslationCase.Of(expression, missingIsUnknown).Result is not { } found)
            {
                Assert.False(missingIsUnknown);
                continue;
            }

            var name = new Name("loans", default);
            ConditionSyntax[] conditions = found.Fault is { } fault ? [found.Condition!, fault] : [found.Condition!];
            var file = new RuleFileSyntax
            {
                Source = new SourceText("loans", "{}"),
                Span = default,
                Name = name,
                Stages = [new StageSyntax(name)],
                Rules =
                [
                    .. conditions.Select(
                        (c, i) =>
                            new RuleSyntax
                            {
                                Span = default,
                                Id = new Name($"rule {i}", default),
                                Require = c,
                            }
                    ),
                ],
            };

            Assert.True(
                RuleSetSource.FromSyntax([file], Loans, new DiagnosticBag(), () => [file]).TryCheck(out _, out var diagnostics),
                string.Join('\n', diagnostics)
            );
        }
    }

    private static Vocabulary Vocabulary()
    {
        var used = new List<string>();
        Collect(TranslationCase.Type, "loan", used);
        var bag = new DiagnosticBag();
        return InputVocabulary.Of(
                new NamedInputs([new InputMember("loan", "loan", TranslationCase.Type)]),
                used, new InputVocabularyOptions(Clock: "asOf"), bag
            ) ?? throw new InvalidOperationException(string.Join('\n', bag.ToSorted()));
    }

    private static void Collect(InputType type, string path, List<string> used)
    {
        used.Add(path);
        if (type is RecordInput record && path.Split('.').Length < 5)
        {
            foreach (var name in record.MemberNames)
            {
                var member = record.Find(name, isCaseSensitive: true)!;
                Collect(member.Type is ListInput list ? list.Element : member.Type, $"{path}.{member.Fact}", used);
            }
        }
    }
}
