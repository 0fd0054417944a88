using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Types that expressions may name, with their static members: all there are stand here.</content>
internal sealed partial class ExpressionTranslator
{
    private delegate Meaning? StaticMethod(ExpressionTranslator translator, Span span, Name name, Meaning[] arguments);

    private static readonly EnumInput DaysOfWeek = new(
        "DayOfWeek",
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        [0, 1, 2, 3, 4, 5, 6],
        IsNullable: false);

    // Types by all names they go by.
    private static readonly Dictionary<string, ScalarKind> ScalarTypes = new(StringComparer.Ordinal)
    {
        ["bool"] = ScalarKind.Boolean,
        ["Boolean"] = ScalarKind.Boolean,
        ["int"] = ScalarKind.Int32,
        ["Int32"] = ScalarKind.Int32,
        ["long"] = ScalarKind.Int64,
        ["Int64"] = ScalarKind.Int64,
        ["double"] = ScalarKind.Double,
        ["Double"] = ScalarKind.Double,
        ["decimal"] = ScalarKind.Decimal,
        ["Decimal"] = ScalarKind.Decimal,
        ["string"] = ScalarKind.Text,
        ["String"] = ScalarKind.Text,
        ["char"] = ScalarKind.Character,
        ["Char"] = ScalarKind.Character,
        ["DateTime"] = ScalarKind.DateTime,
        ["DateTimeOffset"] = ScalarKind.DateTimeOffset,
        ["DateOnly"] = ScalarKind.DateOnly,
        ["TimeSpan"] = ScalarKind.TimeSpan,
        ["Guid"] = ScalarKind.Guid,
    };

    // After the table that it takes its names from: both stand in this file.
    private static readonly HashSet<string> StaticTypes = new(
        [.. ScalarTypes.Keys, "Math", "Convert", "Enumerable", "Regex", "DayOfWeek", "StringComparison", "ExpressionUtils"],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, StaticMethod> StaticMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["String.IsNullOrEmpty"] = (_, span, _, a) => a is [var text] ? IsEmpty(span, text, trims: false) : null,
        ["String.IsNullOrWhiteSpace"] = (_, span, _, a) => a is [var text] ? IsEmpty(span, text, trims: true) : null,
        ["String.Equals"] = (t, span, name, a) => t.StaticEquals(span, name, a),
        ["String.Compare"] = (_, span, _, a) =>
            a is [ValueMeaning { IsText: true } x, ValueMeaning { IsText: true } y, .. var rest]
            && Comparison(rest) is var (ignoresCase, isOrdinal)
                ? new OrderMeaning(span, x, y, ignoresCase, isOrdinal && rest.Length > 0)
                : null,
        ["String.CompareOrdinal"] = (_, span, _, a) =>
            a is [ValueMeaning { IsText: true } x, ValueMeaning { IsText: true } y] ? new OrderMeaning(span, x, y, false, true) : null,
        ["String.Concat"] = (t, span, _, a) =>
            a.Length is >= 2 and <= 4 && a.All(p => p is ValueMeaning { IsText: true } or NullMeaning) ? t.Concatenate(span, a) : null,
        ["DateTime.DaysInMonth"] = (t, span, _, a) => t.DaysInMonth(span, a),
        ["DateTime.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.DateTime),
        ["DateOnly.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.DateOnly),
        ["DateTimeOffset.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.DateTimeOffset),
        ["TimeSpan.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.TimeSpan),
        ["Guid.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Guid),
        ["Int32.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Int32),
        ["Int64.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Int64),
        ["Double.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Double),
        ["Decimal.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Decimal),
        ["Boolean.Parse"] = (t, span, _, a) => t.Parse(span, a, ScalarKind.Boolean),
        ["DateOnly.FromDateTime"] = (t, span, _, a) => t.DayOf(span, a),
        ["TimeSpan.FromDays"] = (_, span, _, a) => Length(span, a, TimeSpan.TicksPerDay),
        ["TimeSpan.FromHours"] = (_, span, _, a) => Length(span, a, TimeSpan.TicksPerHour),
        ["TimeSpan.FromMinutes"] = (_, span, _, a) => Length(span, a, TimeSpan.TicksPerMinute),
        ["TimeSpan.FromSeconds"] = (_, span, _, a) => Length(span, a, TimeSpan.TicksPerSecond),
        ["Convert.ToInt32"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.Int32),
        ["Convert.ToInt64"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.Int64),
        ["Convert.ToDouble"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.Double),
        ["Convert.ToDecimal"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.Decimal),
        ["Convert.ToBoolean"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.Boolean),
        ["Convert.ToDateTime"] = (t, span, _, a) => t.ConvertTo(span, a, ScalarKind.DateTime) ?? t.Parse(span, a, ScalarKind.DateTime),
        ["Convert.ToString"] = (t, span, name, a) =>
            a is [ValueMeaning { IsText: true } text] ? text with { Span = span }
            : a is [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Type.IsNullable: false } number]
                ? t.CallOnValue(span, name with { Text = "ToString" }, number, [])
            : null,
        ["Math.Abs"] = (t, span, _, a) => t.OfNumber(span, OperandFunction.Absolute, a, null),
        ["Math.Sign"] = (t, span, _, a) => t.OfNumber(span, OperandFunction.Sign, a, ScalarKind.Int32),
        ["Math.Floor"] = (t, span, _, a) => t.OfReal(span, OperandFunction.Floor, a),
        ["Math.Ceiling"] = (t, span, _, a) => t.OfReal(span, OperandFunction.Ceiling, a),
        ["Math.Truncate"] = (t, span, _, a) => t.OfReal(span, OperandFunction.Truncated, a),
        ["Math.Round"] = (t, span, _, a) => t.Round(span, a),
        ["Math.Sqrt"] = (t, span, _, a) => t.SquareRoot(span, a),
        ["Math.Pow"] = (t, span, _, a) => t.Power(span, a),
        ["Math.Min"] = (t, span, _, a) => t.Extreme(span, OperandFunction.Least, a),
        ["Math.Max"] = (t, span, _, a) => t.Extreme(span, OperandFunction.Greatest, a),
        ["Regex.IsMatch"] = (t, span, name, a) => t.IsMatch(span, name, a),
        ["ExpressionUtils.CheckContains"] = (t, span, _, a) => t.CheckContains(span, a),
    };

    /// <summary>The names of all methods that are translated, static ones behind their types, and of the types that are called like
    /// one.</summary>
    internal static IEnumerable<string> MethodNames =>
        TextMethods
            .Keys.Concat(Moves.Keys)
            .Concat(OfAnyValue)
            .Concat(["Add", "Subtract"])
            .Concat(ListMethods.Keys)
            .Concat(StaticMethods.Keys)
            .Concat(ScalarTypes.Keys.Select(TypeName))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of that name in another letter case.</summary>
    internal static string? TypeLike(string name) =>
        StaticTypes.FirstOrDefault(type => type != name && string.Equals(type, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A day of the week by its whole name, if the word is one.</summary>
    internal static string? WordOfDay(string name) =>
        DaysOfWeek.Names.FirstOrDefault(day => string.Equals(day, name, StringComparison.OrdinalIgnoreCase)) is { } day
            ? $"DayOfWeek.{day}"
            : null;

    private Meaning StaticMember(TypeMeaning type, Name name, Span span)
    {
        if (type.Name == "StringComparison")
        {
            return new EnumWordMeaning(span, new Name(type.Name, type.Span), name);
        }

        return (TypeName(type.Name), name.Text.ToUpperInvariant()) switch
        {
            ("DateTime", "NOW") => Now(span, ClockUse.Local),
            ("DateTime", "UTCNOW") => Now(span, ClockUse.Utc),
            ("DateTime", "TODAY") => Now(span, ClockUse.Local) is var now
                ? now with
                {
                    Operand = Function(span, OperandFunction.DateOf, now.Operand),
                }
                : now,
            ("DateTime", "MINVALUE") => Constant(span, DateTime.MinValue),
            ("DateTime", "MAXVALUE") => Constant(span, DateTime.MaxValue),
            ("TimeSpan", "ZERO") => Constant(span, TimeSpan.Zero),
            ("Guid", "EMPTY") => Constant(span, Guid.Empty),
            ("String", "EMPTY") => Constant(span, string.Empty),
            ("Int32", "MAXVALUE") => Constant(span, int.MaxValue),
            ("Int32", "MINVALUE") => Constant(span, int.MinValue),
            ("Int64", "MAXVALUE") => Constant(span, long.MaxValue),
            ("Int64", "MINVALUE") => Constant(span, long.MinValue),
            ("DayOfWeek", _) => EnumConstant(span, DaysOfWeek, name.Text, name.Span),
            var (typeName, _) => Untranslatable(
                () => _diagnostics.UnknownStatic(name.Span, type.Name, name.Text, StaticNames(typeName)),
                span
            ),
        };
    }

    private static IEnumerable<string> StaticNames(string type) =>
        StaticMethods.Keys.Where(k => k.StartsWith(type + ".", StringComparison.Ordinal)).Select(k => k[(type.Length + 1)..]);

    private static string TypeName(string name) =>
        ScalarTypes.TryGetValue(name, out var kind)
            ? kind == ScalarKind.Text
                ? "String"
                : kind == ScalarKind.Character
                    ? "Char"
                    : kind.ToString()
            : name;

    private Meaning CallStatic(CallExpression call, TypeMeaning type, TranslationScope scope)
    {
        if (type.Name == "Enumerable" && call.Arguments.Count > 0)
        {
            var list = Translate(call.Arguments[0], scope);
            return list is BrokenMeaning ? new BrokenMeaning(call.Span) : CallOnList(call, list, [.. call.Arguments.Skip(1)], scope);
        }

        var typeName = TypeName(type.Name);
        if (!StaticMethods.TryGetValue($"{typeName}.{call.Name.Text}", out var method))
        {
            return UnknownCall(call, () => _diagnostics.UnknownStatic(call.Name.Span, type.Name, call.Name.Text, StaticNames(typeName)));
        }

        var arguments = call.Arguments.Select(a => Translate(a, scope)).ToArray();
        return Array.Exists(arguments, a => a is BrokenMeaning)
            ? new BrokenMeaning(call.Span)
            : method(this, call.Span, call.Name, arguments)
                ?? Untranslatable(
                    () =>
                        _diagnostics.WrongArguments(
                            call.Name with
                            {
                                Text = $"{type.Name}.{call.Name.Text}",
                            },
                            $"{typeName}.{call.Name.Text}",
                            [.. arguments.Select(Describe)]
                        ),
                    call.Span
                );
    }

    private static TruthMeaning? IsEmpty(Span span, Meaning text, bool trims)
    {
        if (text is NullMeaning)
        {
            return new TruthMeaning(span, Logic.True);
        }

        if (text is not ValueMeaning { IsText: true } value)
        {
            return null;
        }

        if (value.Constant is string constant)
        {
            return new TruthMeaning(span, Logic.Constant(trims ? string.IsNullOrWhiteSpace(constant) : constant.Length == 0));
        }

        var operand = trims ? Function(span, OperandFunction.Trimmed, value.Operand) : value.Operand;
        var isEmpty = Close(span, value.Lifts, Logic.Test(span, operand, ComparisonOperator.Is, Literals.Write(span, string.Empty)!, span));
        return new TruthMeaning(span, Logic.Any(span, NullOf(value), isEmpty)) { Fault = value.Fault };
    }

    private Meaning? StaticEquals(Span span, Name name, Meaning[] arguments)
    {
        if (arguments is not [var first, var second, .. var rest] || rest.Length > 1 || Comparison(rest) is not var (ignoresCase, isOrdinal)
            || first is not (NullMeaning or ValueMeaning { IsText: true }) || second is not (NullMeaning or ValueMeaning { IsText: true }))
        {
            return null;
        }

        if (first is not ValueMeaning a || second is not ValueMeaning b)
        {
            return Compare(span, name.Span, BinaryOperator.Equal, first, second, readsTexts: false);
        }

        return WithCulture(
            Compare(span, name.Span, BinaryOperator.Equal, ignoresCase ? Upper(a) : a, ignoresCase ? Upper(b) : b, readsTexts: false),
            isOrdinal, a, b
        );
    }

    // Only an application that lets rules see the type has it there, and whether this one does is not known here.
    private Meaning? IsMatch(Span span, Name name, Meaning[] arguments) =>
        IsExact ? Untranslatable(() => _diagnostics.UnknownCall(span, "Regex.IsMatch", arguments.Length, []), span)
        : arguments is [ValueMeaning { IsText: true, Constant: null } text, ValueMeaning { Constant: string pattern } written]
            ? new TruthMeaning(
                span,
                Close(
                    span,
                    text.Lifts,
                    Logic.Test(span, text.Operand, ComparisonOperator.Matches, Literals.Write(written.Span, pattern)!, name.Span)
                )
            )
        : null;

    private static ValueMeaning? Length(Span span, Meaning[] arguments, long unit)
    {
        if (arguments is not [ValueMeaning { IsNumber: true, Constant: { } constant }])
        {
            return null;
        }

        var ticks = Convert.ToDouble(constant, CultureInfo.InvariantCulture) * unit;
        return Math.Abs(ticks) < long.MaxValue ? Constant(span, new TimeSpan((long)ticks)) : null;
    }

    private Meaning? DayOf(Span span, Meaning[] arguments) =>
        arguments switch
        {
            [ValueMeaning { Constant: DateTime constant }] => Constant(span, DateOnly.FromDateTime(constant)),
            [ValueMeaning { Kind: ScalarKind.DateTime } value] => Of(
                span,
                value,
                Moments.IsDay(value.Operand) ? value.Operand : Function(span, OperandFunction.DateOf, value.Operand),
                ScalarKind.DateOnly
            ),
            _ => null,
        };

    private TruthMeaning? CheckContains(Span span, Meaning[] arguments)
    {
        if (arguments is not [ValueMeaning { IsText: true } sought, ValueMeaning { Constant: string among }])
        {
            return null;
        }

        var words = among
            .Split(',')
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(w => (Meaning)Constant(arguments[1].Span, w))
            .ToList();
        return words.Count == 0 ? new TruthMeaning(span, Logic.False) { Fault = sought.Fault } : Among(span, sought, words) as TruthMeaning;
    }
}
