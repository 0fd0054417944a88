using FsCheck.Xunit;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>What holds whatever the inputs are.</summary>
public class InferenceLaws
{
    [Property(MaxTest = 300, QuietOnSuccess = true)]
    public void ATypeIsFoundAgainFromExpressionsThatTellIt(int seed)
    {
        var known = new KnownInputs(seed);
        var bag = new DiagnosticBag();

        var inferred = Infer(known.Expressions, bag);

        Assert.Empty(bag.ToSorted());
        Assert.Equal(known.Types, KnownInputs.TypesOf(inferred));
    }

    [Property(MaxTest = 100, QuietOnSuccess = true)]
    public void ATypeIsFoundAgainFromOneOfTwoThatAreCompared(int seed)
    {
        // All of `copy` is only compared with what tells its type.
        var known = new KnownInputs(seed);
        var values = Infer(known.Expressions, new DiagnosticBag());
        ExpressionSyntax[] compared =
        [
            .. PlainValues("", values)
                .Select(
                    (path, i) =>
                        Written.Binary(
                            Written.Member(Written.Name("copy"), $"c{i}"),
                            BinaryOperator.Equal,
                            path.Aggregate(
                                (ExpressionSyntax?)null,
                                (at, name) => at is null ? Written.Name(name) : Written.Member(at, name)
                            )!
                        )
                ),
        ];
        var bag = new DiagnosticBag();

        var both = Infer([.. compared, .. known.Expressions], bag);

        Assert.Empty(bag.ToSorted());
        var copies = both.Find("copy", isCaseSensitive: true)?.Type as RecordInput;
        Assert.Equal(
            PlainValues("", values)
                .Select(path => path.Aggregate((InputType)both, (at, name) => ((RecordInput)at).Find(name, isCaseSensitive: false)!.Type)),
            compared.Select((_, i) => copies!.Find($"c{i}", isCaseSensitive: true)!.Type)
        );
    }

    [Property(MaxTest = 1_000, QuietOnSuccess = true)]
    public void WhateverIsWrittenTypesAreFoundOrErrorsReported(int seed)
    {
        var random = new Random(seed);
        string[] words =
        [
            "input1", "a", "b", "Year", "Value", "HasValue", "Count", "Length", "it", "parent", "x", ".", ".", ".",
            ".",
            "(",
            ")",
            "(",
            ")",
            "[",
            "]",
            "==", ">", "+", "-", "*", "/", "&&", "!", "??", "?", ":", "null", "3", "2.5", "\"s\"", "\"2020-01-01\"",
            "Any", "Where", "Select", "Sum", "First", "Contains", "AddDays", "StartsWith",
            "x =>",
            "DateTime", "Now", "np", "in", "new",
            "{",
            "}",
            ",",
        ];
        var expressions = Enumerable
            .Range(0, 4)
            .Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 24)).Select(_ => words[random.Next(words.Length)])))
            .ToList();
        expressions.AddRange(Enumerable.Range(0, 6).Select(_ => Sensible(random, 0)));
        var bag = new DiagnosticBag();

        var inferred = Infer(
            [
                .. expressions.Select(e =>
                    ExpressionParser.Parse(new ExpressionText(new JsonText(default, e)), new ExpressionDiagnostics(new DiagnosticBag()))
                ),
            ],
            bag
        );

        Assert.True(InputVocabulary.Of(inferred, [], new InputVocabularyOptions(), bag) is not null || bag.HasErrors);
    }

    // Grammatical, though it may contradict itself and go round in circles.
    private static string Sensible(Random random, int depth)
    {
        string Part() => depth > 3 ? "input1.a" : Sensible(random, depth + 1);
        string Member() => random.Next(6) switch { 0 => "Year", 1 => "Value", 2 => "HasValue", 3 => "b", 4 => "Length", _ => "a" };
        return random.Next(14) switch
        {
            0 => $"({Part()} == {Part()})",
            1 => $"({Part()} > {Part()})",
            2 => $"({Part()} - {Part()})",
            3 => $"({Part()} + {Part()})",
            4 => $"{Part()}.Any(x => x == {Part()})",
            5 => $"{Part()}.Where({Member()} == {Part()})",
            6 => $"{Part()}.First()",
            7 => $"{Part()}.Contains({Part()})",
            8 => $"{Part()}[0]",
            9 => $"{Part()}.Select(x => x.{Member()})",
            10 => $"({Part()} ?? {Part()})",
            11 => random.Next(2) == 0 ? "3" : "\"2020-01-01\"",
            _ => $"{Part()}.{Member()}",
        };
    }

    private static InferredRecord Infer(IReadOnlyList<ExpressionSyntax> expressions, DiagnosticBag bag) =>
        InputInference.Infer(new InferenceSources([.. expressions.Select(e => new ScopedExpression(e, null, IsCondition: true))]), bag);

    private static IEnumerable<string[]> PlainValues(string path, InputType type) =>
        type switch
        {
            RecordInput record => record.MemberNames.SelectMany(name =>
                PlainValues($"{path}.{name}", record.Find(name, isCaseSensitive: true)!.Type)
            ),
            ScalarInput => [path[1..].Split('.')],
            _ => [],
        };
}
