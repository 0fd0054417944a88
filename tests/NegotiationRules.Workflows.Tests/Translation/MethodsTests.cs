using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>The table of methods is complete: what stands in it is told of by inference, translated, and has an example of both.</summary>
public sealed class MethodsTests
{
    // What is said of a call that no translation was found for, whatever it is called on and with.
    private static readonly HashSet<string> NotTranslated = ["NR7203", "NR7204", "NR7205", "NR7231"];

    // Of what the method alone leaves open, what another rule says of it.
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["GetValueOrDefault"] = "input1.amount > 2",
        ["Subtract"] = "input1.start.AddHours(1) > input1.end",
        ["Convert.ToDecimal"] = "input1.amount > 2.5M",
    };

    private static readonly IReadOnlyList<MethodRow> All = [.. Methods.OfValues, .. Methods.OfTypes];

    public static TheoryData<string> Translated { get; } = [.. All.Where(row => row.On != Receiver.None).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Translated))]
    public void EveryMethodHasAnExampleThatCallsIt(string method) =>
        Assert.Contains(method.Split('.')[^1] + "(", MethodUses.Of(method), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Translated))]
    public void WhatInferenceTellsOfAnExampleIsEnoughToTranslateIt(string method)
    {
        var bag = new DiagnosticBag();
        var parsed = Parse(Example(MethodUses.Of(method)!), bag);
        var expressions = new[] { parsed, Parse(Beside.GetValueOrDefault(method, "true"), bag) };
        var inputs = InputInference.Infer(
            new InferenceSources([.. expressions.Select(e => new ScopedExpression(e, null, IsCondition: false))]) { Known = ["input1"] },
            bag
        );
        var scope = inputs.MemberNames.Aggregate(
            TranslationScope.Empty,
            (names, name) => names.WithInput(name, name, inputs.Find(name, isCaseSensitive: true)!.Type)
        );

        var translator = new ExpressionTranslator(bag, new TranslationOptions(MissingIsUnknown: true) { KeysAreMembers = true });
        translator.TranslateValue(parsed, scope);

        Assert.DoesNotContain(bag.ToSorted(), diagnostic => NotTranslated.Contains(diagnostic.Code));
    }

    [Fact]
    public void OfEveryMethodThatIsTranslatedInferenceTellsSomething() =>
        Assert.All(
            All.Where(row => row.On is not (Receiver.None or Receiver.Type)),
            row => Assert.True(
                row is { OfText: not null } or { OfDate: not null } or { OfList: not null }
                    or
                {
                    Method: Method.Contains or Method.EqualTo or Method.ComparedTo or Method.AsText or Method.GetValueOrDefault
                        or Method.Add or Method.Subtract or Method.Concat
                },
                row.Name
            )
        );

    [Fact]
    public void OfAllThatIsToldApartNothingIsWithoutAName() =>
        Assert.Empty(Enum.GetValues<Method>().Except(All.Select(row => row.Method)));

    private static ExpressionSyntax Parse(string expression, DiagnosticBag bag)
    {
        var text = new JsonText(new Span(new SourceText("example", $"\"{expression}\""), 0, expression.Length + 2), expression);
        return ExpressionParser.Parse(new ExpressionText(text), new ExpressionDiagnostics(bag));
    }

    // Behind the call itself an example may say in words what it is called with.
    private static string Example(string use)
    {
        var (depth, isQuoted) = (0, false);
        for (var i = 0; i < use.Length; i++)
        {
            isQuoted ^= use[i] == '"';
            depth += isQuoted ? 0 : use[i] is '(' or '{' ? 1 : use[i] is ')' or '}' ? -1 : 0;
            if (depth == 0 && !isQuoted && (use[i] is ',' or ':' || use[i..].StartsWith(" or ", StringComparison.Ordinal)))
            {
                return use[..i];
            }
        }

        return use;
    }
}
