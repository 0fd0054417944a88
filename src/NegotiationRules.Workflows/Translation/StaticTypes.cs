using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Types that expressions may name, with their static members: all there are stand here.</summary>
internal sealed class StaticTypes(TranslationContext context, ScalarValues scalars, Dates dates)
{
    /// <summary>Types of single values, by all names they go by.</summary>
    public static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
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
    public static readonly HashSet<string> Names = new(
        [.. Scalars.Keys, "Math", "Convert", "Enumerable", "Regex", "DayOfWeek", "StringComparison", "ExpressionUtils"],
        StringComparer.Ordinal
    );

    /// <summary>The type of that name in another letter case.</summary>
    public static string? TypeLike(string name) =>
        Names.FirstOrDefault(type => type != name && string.Equals(type, name, StringComparison.OrdinalIgnoreCase));

    public Meaning StaticMember(TypeMeaning type, Name name, Span span)
    {
        if (type.Name == "StringComparison")
        {
            return new EnumWordMeaning(span, new Name(type.Name, type.Span), name);
        }

        return (KnownTypes.NameOf(type.Name), name.Text.ToUpperInvariant()) switch
        {
            ("DateTime", "NOW") => dates.Now(span, ClockUse.Local),
            ("DateTime", "UTCNOW") => dates.Now(span, ClockUse.Utc),
            ("DateTime", "TODAY") => dates.Now(span, ClockUse.Local) is var now
                ? now with { Operand = Operands.Function(span, OperandFunction.DateOf, now.Operand) }
                : now,
            ("DateTime", "MINVALUE") => ValueMeaning.Of(span, DateTime.MinValue),
            ("DateTime", "MAXVALUE") => ValueMeaning.Of(span, DateTime.MaxValue),
            ("TimeSpan", "ZERO") => ValueMeaning.Of(span, TimeSpan.Zero),
            ("Guid", "EMPTY") => ValueMeaning.Of(span, Guid.Empty),
            ("String", "EMPTY") => ValueMeaning.Of(span, string.Empty),
            ("Int32", "MAXVALUE") => ValueMeaning.Of(span, int.MaxValue),
            ("Int32", "MINVALUE") => ValueMeaning.Of(span, int.MinValue),
            ("Int64", "MAXVALUE") => ValueMeaning.Of(span, long.MaxValue),
            ("Int64", "MINVALUE") => ValueMeaning.Of(span, long.MinValue),
            ("DayOfWeek", _) => scalars.EnumConstant(span, Dates.DaysOfWeek, name.Text, name.Span),
            var (typeName, _) => context.Broken(
                say => say.UnknownStatic(name.Span, type.Name, name.Text, StaticNames(typeName)),
                span
            ),
        };
    }

    public static IEnumerable<string> StaticNames(string type) =>
        Methods.NamesOn(Receiver.Type).Where(k => k.StartsWith(type + ".", StringComparison.Ordinal)).Select(k => k[(type.Length + 1)..]);
}
