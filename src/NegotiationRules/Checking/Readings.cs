using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>How texts of a rule file are read that may be dates, date-times or durations, where no fact beside them tells.</summary>
/// <remarks>
/// As a parameter states; else by their shape, if all have the same. So are the values of a list that is gone over, unless one of its
/// elements is compared with text: then they are <see cref="Texts"/>, and the rules are checked again.
/// </remarks>
/// <param name="declared">The parameters that there are.</param>
/// <param name="diagnostics">Receives what could be read in two ways.</param>
/// <param name="texts">The parameters of which it is known that the values of their list are text.</param>
internal sealed class Readings(Declarations declared, CheckDiagnostics diagnostics, IReadOnlySet<string> texts)
{
    // The type of the elements is an object of its own for each list that is gone over.
    private readonly Dictionary<FactType, Parameter> _lists = new(ReferenceEqualityComparer.Instance);

    /// <summary>The parameters of which an element was compared with text though all look like something else.</summary>
    public HashSet<string> Texts { get; } = [];

    /// <summary>What texts that are compared with nothing but each other measure; <see langword="null"/> if they are text, or no
    /// texts.</summary>
    public Measure? Of(IEnumerable<OperandSyntax> parts)
    {
        var all = parts.ToList();
        return all.SelectMany(ParametersIn).Select(StatedOf).FirstOrDefault(m => m is not null) ?? ShapeOf(all.SelectMany(WrittenIn));
    }

    /// <summary>Whether what is written there is all numbers.</summary>
    public bool AreNumbers(OperandSyntax syntax) =>
        WrittenIn(syntax).ToList() is { Count: > 0 } all && all.TrueForAll(v => v is JsonNumber);

    /// <summary>What the elements of a list that is a parameter measure; <see langword="null"/> to go by how each is written.</summary>
    public Measure? OfElements(Parameter parameter) =>
        StatedOf(parameter) ?? (texts.Contains(parameter.Name) ? new Measure(MeasureKind.Text) : ShapeOf(parameter.Values));

    /// <summary>What the parameter says that its values measure.</summary>
    public static Measure? StatedOf(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Boolean => new Measure(MeasureKind.Boolean),
        ParameterType.Text => new Measure(MeasureKind.Text),
        ParameterType.Date => new Measure(MeasureKind.Day),
        ParameterType.DateTime => new Measure(MeasureKind.Instant),
        ParameterType.Duration => new Measure(MeasureKind.Duration),
        _ => null,
    };

    /// <summary>Makes known where the elements of that type come from.</summary>
    public void Register(FactType element, Parameter parameter) => _lists.Add(element, parameter);

    /// <summary>Takes note that an element is compared with text, if it comes from a parameter that could be read so.</summary>
    public void TakeForText(Operand operand)
    {
        if (IsByShape(operand))
        {
            Texts.Add(ParameterOf(operand)!.Name);
        }
    }

    /// <summary>Likewise, if what is written beside it does not look like it.</summary>
    public void TakeForTextBeside(Operand operand, OperandSyntax other)
    {
        if (IsByShape(operand) && IsOtherThan(operand.Measure, other))
        {
            TakeForText(operand);
        }
    }

    private bool IsOtherThan(Measure measure, OperandSyntax written) =>
        WrittenIn(written).Any(value => value is JsonText text && ShapeOf(text.Value) != measure);

    /// <summary>Whether it is an element of a list whose values could also be text.</summary>
    public bool IsByShape(Operand operand) =>
        operand.Measure.Kind is MeasureKind.Day or MeasureKind.Instant or MeasureKind.Duration && ParameterOf(operand) is { Type: null };

    /// <summary>Reports a comparison of texts of which some look like dates and some do not, where nothing says which is meant.</summary>
    /// <param name="item">What is compared: text, or it is no concern of this.</param>
    /// <param name="written">How it is written; <see langword="null"/> for a fact.</param>
    /// <param name="other">What it is compared with.</param>
    public void WarnOfTexts(Operand item, OperandSyntax? written, OperandSyntax other)
    {
        if (item.Measure.Kind != MeasureKind.Text || !IsWritten(other))
        {
            return;
        }

        var list = ParameterOf(item);
        if (list is not null || (written is not null && IsWritten(written)))
        {
            WarnOfTexts(list, written is null ? [other] : [written, other]);
        }
    }

    private void WarnOfTexts(Parameter? list, OperandSyntax[] parts)
    {
        var parameters = parts.SelectMany(ParametersIn).Append(list).OfType<Parameter>().ToList();
        var values = parts.SelectMany(WrittenIn).Concat(list?.Values ?? []).OfType<JsonText>().ToList();
        if (parameters.Count > 0 && parameters.TrueForAll(p => p.Type is null) && values.Find(LooksLikeMore) is { } date
            && values.Find(v => ShapeOf(v.Value) != ShapeOf(date.Value)) is { } odd)
        {
            diagnostics.DateAsText(parts[^1].Span, date, ShapeOf(date.Value)!.Value, odd, parameters[0]);
        }
    }

    private Parameter? ParameterOf(Operand operand) => operand is FactOperand fact ? _lists.GetValueOrDefault(fact.Fact.Type) : null;

    private IEnumerable<Parameter> ParametersIn(OperandSyntax syntax) =>
        LeavesOf(syntax)
            .OfType<ParameterOperandSyntax>()
            .Select(p => declared.Parameters.GetValueOrDefault(p.Name.Text))
            .OfType<Parameter>();

    private IEnumerable<JsonValue> WrittenIn(OperandSyntax syntax) => LeavesOf(syntax).SelectMany(leaf =>
        leaf is LiteralSyntax literal ? [literal.Value]
        : leaf is ParameterOperandSyntax named && declared.Parameters.TryGetValue(named.Name.Text, out var parameter) ? parameter.Values
        : []);

    private static bool IsWritten(OperandSyntax syntax) =>
        syntax is OperandListSyntax list ? list.Items.All(OperandChecker.IsOpen) : OperandChecker.IsOpen(syntax);

    // The literals and parameters whose reading makes that of the whole: what is moved by a duration stays what it is.
    private static IEnumerable<OperandSyntax> LeavesOf(OperandSyntax syntax) => syntax switch
    {
        LiteralSyntax or ParameterOperandSyntax => [syntax],
        OperandListSyntax list => list.Items.SelectMany(LeavesOf),
        FirstKnownSyntax first => first.Items.SelectMany(LeavesOf),
        ChoiceSyntax choice => LeavesOf(choice.Then).Concat(LeavesOf(choice.Else)),
        FunctionSyntax function when OperandFunctions.Of(function.Function).IsReadByItsOperands => function.Arguments.SelectMany(LeavesOf),
        ArithmeticSyntax { Kind: not ArithmeticKind.Times } sum when OperandChecker.IsOpen(sum.Right) => LeavesOf(sum.Left),
        _ => [],
    };

    private static Measure? ShapeOf(IEnumerable<JsonValue> values)
    {
        Measure? shape = null;
        foreach (var value in values)
        {
            if (value is not JsonText { Value: var text } || ShapeOf(text) is not { } own || (shape is { } other && other != own))
            {
                return null;
            }

            shape = own;
        }

        return shape;
    }

    private static Measure? ShapeOf(string text) =>
        PartialDate.TryParse(text, out _) ? new Measure(MeasureKind.Day)
        : Instant.TryParse(text, out _) ? new Measure(MeasureKind.Instant)
        : Duration.TryParse(text, out _) ? new Measure(MeasureKind.Duration)
        : null;

    // A year alone may be any number.
    private static bool LooksLikeMore(JsonText text) =>
        ShapeOf(text.Value) is { } shape && (shape.Kind != MeasureKind.Day || text.Value.Length > 4);
}
