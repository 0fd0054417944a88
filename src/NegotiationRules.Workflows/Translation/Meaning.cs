using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What a part of an expression means.</summary>
internal abstract record Meaning(Span Span)
{
    private readonly ConditionSyntax _fault = Logic.False;

    /// <summary>When working it out ends in an exception.</summary>
    public ConditionSyntax Fault
    {
        get => _fault;
        init => (_fault, HardFault) = (value, value);
    }

    /// <summary>The part of the fault that is about anything but null on the way, which <c>np</c> takes away. All of it, unless it is set
    /// after the fault.</summary>
    public ConditionSyntax HardFault { get; init; } = Logic.False;

    /// <summary>When it is null; said inside the <see cref="Lifts"/>.</summary>
    public ConditionSyntax Nothing { get; init; } = Logic.False;

    /// <summary>The single elements it speaks of, outermost first: whatever is said of it is said of these.</summary>
    public IReadOnlyList<Lift> Lifts { get; init; } = [];
}

/// <summary>A list of one element at most, and that element: <c>list.First()</c>.</summary>
/// <param name="List">The list of one.</param>
/// <param name="Element">The element.</param>
internal sealed record Lift(ListSyntax List, OpenElement Element);

/// <summary>What could not be translated; a diagnostic says why.</summary>
internal sealed record BrokenMeaning(Span Span) : Meaning(Span)
{
    /// <summary>What is broken once that is said.</summary>
    public static BrokenMeaning After(Action report, Span span)
    {
        report();
        return new BrokenMeaning(span);
    }
}

internal sealed record NullMeaning(Span Span) : Meaning(Span);

internal sealed record TruthMeaning(Span Span, ConditionSyntax Condition) : Meaning(Span);

/// <summary>A single value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">How the rule language says it.</param>
/// <param name="Type">A <see cref="ScalarInput"/> or an <see cref="EnumInput"/>.</param>
internal sealed record ValueMeaning(Span Span, OperandSyntax Operand, InputType Type) : Meaning(Span)
{
    private readonly object? _constant;

    /// <summary>The value, if it is the same in every scenario; of the .NET type of its kind, and the number in its list for an
    /// enumeration.</summary>
    /// <remarks>What may end in an exception before it comes to the value is not constant: whoever works with constants may forget about
    /// faults.</remarks>
    public object? Constant
    {
        get => Logic.IsFalse(Fault) ? _constant : null;
        init => _constant = value;
    }

    /// <summary>The digits of a number as written, from which it is read again beside a decimal.</summary>
    public string? Digits { get; init; }

    /// <summary>Whether it can be null although no fact is missing, as in <c>test ? x : null</c>.</summary>
    public bool HasOwnNull { get; init; }

    /// <summary>Whether a whole number is kept in floating point, as what was cut off from one is.</summary>
    public bool IsFloating { get; init; }

    /// <summary>Where the number of single precision is written that it is, or is worked out of; nothing, if it is of none.</summary>
    public Span? Single { get; init; }

    /// <summary>Whether it was rounded where C# rounds otherwise: a quotient of decimals, or what was worked out of one.</summary>
    public bool IsRough { get; init; }

    /// <summary>If it is a part of a date, or its number, that date.</summary>
    public ValueMeaning? Whole { get; init; }

    /// <summary>If it is a quotient of decimals itself, what was divided by what.</summary>
    public (OperandSyntax Dividend, OperandSyntax Divisor)? Parts { get; init; }

    public ScalarKind? Kind => (Type as ScalarInput)?.Kind;

    public bool IsText => Kind == ScalarKind.Text;

    public bool IsNumber => Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal;

    /// <summary>A value that is written out.</summary>
    public static ValueMeaning Of(Span span, object value, string? digits = null) =>
        new(
            span,
            Literals.Write(span, value) ?? throw new ArgumentException($"no literal for {value}"),
            new ScalarInput(Literals.KindOf(value), false)
        )
        {
            Constant = value,
            Digits = digits,
        };

    /// <summary>A value of an enumeration, by its number in the list.</summary>
    public static ValueMeaning Of(Span span, EnumInput type, int index) =>
        new(span, new LiteralSyntax(span, new JsonText(span, type.Texts[index])), type with { IsNullable = false }) { Constant = index };

    /// <summary>What stands in the place of no value of a kind in .NET; nothing, if that is null or no fact can be it.</summary>
    public static ValueMeaning? DefaultOf(Span span, ScalarKind? kind) => kind switch
    {
        ScalarKind.Int32 => Of(span, 0),
        ScalarKind.Int64 => Of(span, 0L),
        ScalarKind.Double => Of(span, 0d),
        ScalarKind.Decimal => Of(span, 0m),
        ScalarKind.Boolean => Of(span, false),
        ScalarKind.TimeSpan => Of(span, TimeSpan.Zero),
        ScalarKind.Guid => Of(span, Guid.Empty),
        ScalarKind.DateTime => Of(span, default(DateTime)),
        _ => null,
    };

    /// <summary>A number as one of another kind, where nothing of it is lost; nothing where there is.</summary>
    public static ValueMeaning? As(ValueMeaning value, ScalarKind kind) =>
        value.Kind == kind ? value
        : value.Constant is null
            ? value.Kind is ScalarKind.Decimal or ScalarKind.Double ? null
                : value with { Type = new ScalarInput(kind, value.Type.IsNullable) }
        : Literals.Widen(value.Constant, value.Digits, kind) is { } widened ? Of(value.Span, widened, value.Digits)
        : null;
}

/// <summary>An object: an input, a member of one, an element of a list.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Path">Its path.</param>
/// <param name="Record">Its type.</param>
internal sealed record ObjectMeaning(Span Span, string Path, RecordInput Record) : Meaning(Span);

/// <summary>A list of facts, with what is to be done with it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="From">What it is taken from.</param>
/// <param name="Element">Its element, in which everything else is said.</param>
/// <param name="Item">What stands in the list in place of the element: the element, or what <c>Select</c> makes of it.</param>
internal sealed record ListMeaning(Span Span, ListSyntax From, OpenElement Element, Meaning Item) : Meaning(Span)
{
    public ConditionSyntax Where { get; init; } = Logic.True;

    public OperandSyntax? Distinct { get; init; }

    public IReadOnlyList<OrderKeySyntax> Order { get; init; } = [];

    public bool IsReversed { get; init; }

    public int? Skip { get; init; }

    public int? Take { get; init; }

    public bool IsSelected { get; init; }

    /// <summary>Which property tells how many elements it has.</summary>
    public CountNames CountedBy { get; init; } = CountNames.Either;

    /// <summary>Whether nothing but <see cref="Where"/> is pending.</summary>
    public bool IsPlain => Distinct is null && Order.Count == 0 && !IsReversed && Skip is null && Take is null;
}

/// <summary>A list whose items are written out.</summary>
internal sealed record ArrayMeaning(Span Span, IReadOnlyList<Meaning> Items) : Meaning(Span)
{
    /// <summary>For each item, whether it is in the list; none if all are.</summary>
    public IReadOnlyList<TruthMeaning> When { get; init; } = [];

    public IEnumerable<(Meaning Item, TruthMeaning? When)> Parts => Items.Select((item, i) => (item, When.Count == 0 ? null : When[i]));
}

/// <summary>The elements of a list that have the same key: <c>list.GroupBy(x => x.Key)</c>.</summary>
internal sealed record GroupsMeaning(Span Span, ListMeaning List, ValueMeaning Key) : Meaning(Span);

/// <summary>What a text consists of between separators: <c>text.Split(',')</c>.</summary>
internal sealed record PartsMeaning(Span Span, ValueMeaning Text, char Separator) : Meaning(Span);

/// <summary>A number, or a value of an enumeration, as text: <c>number.ToString()</c>. Only whether it is one that is written out means the
/// same everywhere.</summary>
internal sealed record WrittenMeaning(Span Span, ValueMeaning Value) : Meaning(Span);

/// <summary>How two values compare: <c>string.Compare(a, b)</c>, <c>a.CompareTo(b)</c>. Only its sign means something.</summary>
internal sealed record OrderMeaning(Span Span, ValueMeaning Left, ValueMeaning Right, bool IgnoresCase, bool IsOrdinal) : Meaning(Span);

/// <summary>A type that expressions may name.</summary>
internal sealed record TypeMeaning(Span Span, string Name) : Meaning(Span);

/// <summary>A word of which only what it is compared with can tell the meaning: <c>Colour.Red</c>.</summary>
internal sealed record EnumWordMeaning(Span Span, Name Type, Name Word) : Meaning(Span)
{
    /// <summary>The names that can be used here, of which the type may be one that is misspelt.</summary>
    public IEnumerable<string> Names { get; init; } = [];
}

/// <summary>A new object: <c>new (a as B)</c>.</summary>
internal sealed record ShapeMeaning(Span Span, IReadOnlyList<(string Name, Meaning Value)> Members) : Meaning(Span);

/// <summary>Something no fact can hold.</summary>
internal sealed record OpaqueMeaning(Span Span, string Path, string Description) : Meaning(Span);
