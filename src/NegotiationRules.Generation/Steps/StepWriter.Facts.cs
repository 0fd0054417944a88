using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Steps;

/// <content>Tests of one fact.</content>
internal sealed partial class StepWriter
{
    private Code Bits(TestBits step, CodePlace place) => Fact(step.Column, place) is not { } fact ? Code.Unknown
        : fact.MayBeUnknown ? new Code($"Truth.Of({fact.Text})", true)
        : new Code(fact.Text);

    private Code Known(TestKnown step, CodePlace place) => Fact(step.Column, place) is not { } fact ? Code.Unknown
        : fact.MayBeUnknown ? new Code($"({fact.Text} is not null)")
        : Code.True;

    private Code InRange(TestRange step, CodePlace place) => IfKnown(step.Column, place, step.IfUnknown, (text, type) => type switch
    {
        DateType => CSharpText.Between($"DayOf({text})", step.Low, step.High, CSharpText.Number),
        DateTimeType => CSharpText.Between($"TicksOf({text})", step.Low, step.High, CSharpText.Number),
        ExactType { Scale: > 0 and var scale } => CSharpText.Between(text, step.Low, step.High, steps => CSharpText.Decimal(steps, scale)),
        _ => CSharpText.Between(text, step.Low, step.High, CSharpText.Number),
    });

    private Code InRealRange(TestRealRange step, CodePlace place) => IfKnown(step.Column, place, step.IfUnknown, (text, _) =>
        double.IsNegativeInfinity(step.Low) ? $"{text} <= {CSharpText.Real(step.High)}"
        : double.IsPositiveInfinity(step.High) ? $"{text} >= {CSharpText.Real(step.Low)}"
        : step.Low == step.High ? $"{text} == {CSharpText.Real(step.Low)}"
        : $"{text} >= {CSharpText.Real(step.Low)} && {text} <= {CSharpText.Real(step.High)}");

    private Code IsOneOf(TestCodes step, CodePlace place)
    {
        var type = _program.Layout.Columns[step.Column].Type;
        var values = step.Codes.Sorted.Select(code => ValueOf(type, _program.Texts[code])).OfType<string>().ToList();
        return IfKnown(step.Column, place, Truth.Unknown, (text, _) => values.Count == 0 ? "false"
            : values is [var one] ? $"{text} == {one}"
            : $"{text} is {string.Join(" or ", values)}");
    }

    // A text that the fact cannot be has no value.
    private string? ValueOf(FactType type, string text) =>
        _types.EnumerationOf(type) is { } enumeration ? enumeration.MemberOf(text)
        : _types.OwnTextOf(type) is { } own ? $"{own}.{CSharpNames.Pascal(text)}"
        : CSharpText.Literal(text);

    private Code Fits(TestText step, CodePlace place)
    {
        var type = _program.Layout.Columns[step.Column].Type;
        var test = IfKnown(step.Column, place, Truth.Unknown, (fact, _) => AsText(type, fact) is var text ? step.Test switch
        {
            { Pattern: not null } => $"Pattern{_patterns.NumberOf(step.Test.Pattern)}.IsMatch({text})",
            { At: TextPlace.Start } => $"{text}.StartsWith({CSharpText.Literal(step.Test.Constant)}, StringComparison.Ordinal)",
            { At: TextPlace.End } => $"{text}.EndsWith({CSharpText.Literal(step.Test.Constant)}, StringComparison.Ordinal)",
            _ => $"{text}.IndexOf({CSharpText.Literal(step.Test.Constant)}, StringComparison.Ordinal) >= 0",
        } : string.Empty);
        return test with { IsCostly = !test.IsConstant };
    }

    // The text that a member of an enumeration stands for.
    private string AsText(FactType type, string fact) =>
        _types.EnumerationOf(type) is not null || _types.OwnTextOf(type) is not null ? $"TextOf({fact})" : fact;

    private Code IfKnown(int column, CodePlace place, Truth ifUnknown, Func<string, FactType, string> test)
    {
        var type = _program.Layout.Columns[column].Type;
        if (Fact(column, place) is not { } fact)
        {
            return Code.Of(ifUnknown);
        }

        if (!fact.MayBeUnknown)
        {
            return test(fact.Text, type) is var plain && plain == "false" ? Code.False : new Code($"({plain})");
        }

        var value = place.NewVariable("it");
        var known = test(value, type);
        var code = new Code($"({fact.Text} is {{ }} {value} ? {known} : {Code.Of(ifUnknown).Text})");
        return ifUnknown != Truth.Unknown ? code : code with { IsOpen = true, OfOneFact = (fact.Text, value, known) };
    }
}
