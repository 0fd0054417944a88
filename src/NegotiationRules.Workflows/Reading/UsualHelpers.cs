using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Methods that many applications write for their rules, under names that tell what they do, whatever class they are in.</summary>
internal static class UsualHelpers
{
    private const string OneOf = "whether a value is one of several, or in a list";
    private const string OneOfWords = "whether a text is one of several, separated by commas";
    private const string NoneOf = "whether a value is none of several, and not in a list";
    private const string Any = "whether a list has an element of another";
    private const string All = "whether a list has every element of another";
    private const string AnyOfWords = "whether a list has one of several words, separated by commas";
    private const string AllOfWords = "whether a list has all of several words, separated by commas";
    private const string StartOfWords = "whether a text starts with one of several, separated by commas";
    private const string Empty = "whether a text is missing or empty";
    private const string Blank = "whether a text is missing, empty or white space";
    private const string NotEmpty = "whether a text is there and not empty";
    private const string NotBlank = "whether a text is there and more than white space";
    private const string Same = "whether two values are the same";
    private const string Range = "whether a value lies between two, both of which count";

    private static readonly Dictionary<string, (string Words, Helper Helper)> Table = Rows(
        ("IsNullOrEmpty CheckNullOrEmpty", Empty, "x => string.IsNullOrEmpty(x)"),
        ("IsNotNullOrEmpty", NotEmpty, "x => !string.IsNullOrEmpty(x)"),
        ("IsNullOrWhiteSpace", Blank, "x => string.IsNullOrWhiteSpace(x)"),
        ("IsNotNullOrWhiteSpace", NotBlank, "x => !string.IsNullOrWhiteSpace(x)"),
        ("HasValue", NotBlank, "x => !string.IsNullOrWhiteSpace(x)"),
        (
            "EqualsIgnoreCase",
            "whether two texts are the same but for letter case",
            "(x, y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase)"
        ),
        ("Intersects HasAny ContainsAny Overlaps", Any, "(xs, ys) => xs.Any(x => ys.Any(y => y == x))"),
        ("HasAll ContainsAll MustContainAll", All, "(xs, ys) => ys.All(y => xs.Any(x => x == y))"),
        ("Between IsBetween", Range, "(x, low, high) => x >= low && x <= high"));

    private static readonly Helper StartsWithOneOf = Read(
        "StartsWithAny",
        "(x, words) => words.Any(word => x.StartsWith(word, StringComparison.Ordinal))"
    );

    // What is sought may not hold a comma: then it could not be one of the words. Where null is a value, it is joined as nothing and is no
    // fault.
    private static readonly Helper AmongTheWordsOfAText = Read(
        "CheckContains",
        "(x, words) => (\"\" + x) != \"\" && !(\"\" + x).Contains(\",\") && (\",\" + words + \",\").Contains(\",\" + x + \",\")");

    /// <summary>What a call stands for, and that in words; nothing if it is none of these, or is called otherwise than such a method would
    /// be.</summary>
    /// <param name="span">The call.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="arguments">Its arguments; before them what it is called on, if that is a value.</param>
    public static (ExpressionSyntax Meaning, string Words)? Find(Span span, string method, IReadOnlyList<ExpressionSyntax> arguments)
    {
        switch (method.ToUpperInvariant(), arguments)
        {
            case ("CHECKCONTAINS", [var sought, NewArrayExpression list]):
                return (new InExpression(span, sought, [list], IsList: true, IsNegated: false), OneOf);
            case ("CHECKCONTAINS", [var sought, var words]):
                return (CheckContains(span, sought, words), OneOfWords);
            case ("IN" or "ISIN", [var sought, _, ..]):
                return (In(span, sought, [.. arguments.Skip(1)]), OneOf);
            case ("NOTIN" or "ISNOTIN", [var sought, _, ..]):
                return (new UnaryExpression(span, UnaryOperator.Not, In(span, sought, [.. arguments.Skip(1)])), NoneOf);
            case ("CHECKSTARTSWITH" or "STARTSWITHANY", [var begun, TextExpression { IsCharacter: false } or NewArrayExpression]):
                return (Placed(StartsWithOneOf, span, [begun, Listed(arguments[1])]), StartOfWords);
        }

        if (!Table.TryGetValue(method, out var row) || row.Helper.Parameters!.Count != arguments.Count)
        {
            return null;
        }

        return row.Words is not (Any or All) || !arguments.Any(a => a is TextExpression) ? (Placed(row.Helper, span, arguments), row.Words)
            : OfWords(arguments) is var (whole, pieces)
                ? (Placed(row.Helper, span, [whole, pieces]), row.Words == Any ? AnyOfWords : AllOfWords)
            : null;
    }

    // Words in one text are sought one by one in the list beside it, whichever comes first.
    private static (ExpressionSyntax Among, ExpressionSyntax Sought)? OfWords(IReadOnlyList<ExpressionSyntax> arguments) =>
        (arguments[0], arguments[1]) switch
        {
            (not TextExpression, TextExpression { IsCharacter: false }) => (arguments[0], Listed(arguments[1])),
            (TextExpression { IsCharacter: false }, not TextExpression) => (arguments[1], Listed(arguments[0])),
            _ => null,
        };

    // What a text holds between commas, as a list that is written out.
    private static ExpressionSyntax Listed(ExpressionSyntax words) =>
        words is TextExpression text ? new NewArrayExpression(text.Span, null, Words(text)) : words;

    private static List<ExpressionSyntax> Words(TextExpression text) =>
        [.. text.Value.Split(',', StringSplitOptions.TrimEntries).Select(word => text with { Value = word })];

    /// <summary>Likewise, of a name that methods of values have as well.</summary>
    public static (ExpressionSyntax Meaning, string Words)? FindStatic(CallExpression call) =>
        call is { Arguments: [var x, not MemberExpression { Target: NameExpression { Name: "StringComparison" } } and var y] }
        && call.Name.Text.Equals("Equals", StringComparison.OrdinalIgnoreCase)
            ? (new BinaryExpression(call.Span, BinaryOperator.Equal, call.Span, x, y), Same)
            : null;

    /// <summary>What <c>CheckContains</c> means, whose list is a text with commas.</summary>
    public static ExpressionSyntax CheckContains(Span span, ExpressionSyntax sought, ExpressionSyntax words) =>
        words is TextExpression
            ? new CallExpression(
                span, new NameExpression(span, "ExpressionUtils"), new Name("CheckContains", span),
                [sought, words],
                IsNullPropagating: false
            )
            : Placed(AmongTheWordsOfAText, span, [sought, words]);

    private static InExpression In(Span span, ExpressionSyntax sought, IReadOnlyList<ExpressionSyntax> values) =>
        values switch
        {
            [TextExpression { IsCharacter: false } words] => new InExpression(span, sought, Words(words), IsList: false, IsNegated: false),
            [NumberExpression or BooleanExpression or NullExpression] => new InExpression(
                span, sought, values, IsList: false, IsNegated: false
            ),
            [_] => new InExpression(span, sought, values, IsList: true, IsNegated: false),
            _ => new InExpression(span, sought, values, IsList: false, IsNegated: false),
        };

    // Nobody can look into what is written here: it stands where the call stands.
    private static ExpressionSyntax Placed(Helper helper, Span span, IReadOnlyList<ExpressionSyntax> arguments) =>
        (helper with { Body = ExpressionRewriter.At(helper.Body, span) }).With(span, arguments);

    private static Helper Read(string name, string meaning)
    {
        var bag = new DiagnosticBag();
        var helper = HelperTable.Read([new(name, meaning)], isCaseSensitive: true, bag).Find(null, name)!;
        return bag.HasErrors ? throw new InvalidOperationException($"what {name} means cannot be read") : helper;
    }

    private static Dictionary<string, (string Words, Helper Helper)> Rows(params (string Names, string Words, string Meaning)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Words, Read(name, row.Meaning))))
            .ToDictionary(row => row.name, row => (row.Words, row.Item3), StringComparer.OrdinalIgnoreCase);
}
