using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>An object that a program wrote, read member by member. What is not asked for is passed over.</summary>
/// <remarks>Whatever is not as expected is a <see cref="FormatException"/> that says what was expected, and where.</remarks>
internal sealed class ReadTree
{
    private readonly string _what;
    private readonly JsonObject _object;

    private ReadTree(string what, JsonValue value)
    {
        _what = what;
        _object = value as JsonObject ?? throw Fault("is an object", value);
    }

    /// <param name="json">The text.</param>
    /// <param name="what">What it should tell of, in a word.</param>
    public static ReadTree Of(string json, string what)
    {
        var bag = new DiagnosticBag();
        var tree = JsonReader.Read(new SourceText($"<{what}>", json), ReadingLimits.Default, bag);
        return tree is null || bag.HasErrors
            ? throw new FormatException(RuleFileException.MessageOf(bag.ToSorted()))
            : new ReadTree($"A {what}", tree);
    }

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name) => Find(name) is { } value ? TextOf(value, name) : null;

    /// <summary>A number of things; 0 if it is not there.</summary>
    public int Count(string name) => Find(name) switch
    {
        null => 0,
        JsonNumber { Digits: var all } when int.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        { } other => throw Fault($"has a whole number for `{name}`", other),
    };

    public double Number(string name) => Find(name) switch
    {
        JsonNumber { Digits: var digits } => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
        null => throw Missing(name),
        { } other => throw Fault($"has a number for `{name}`", other),
    };

    public ReadTree? ObjectOrNull(string name) => Find(name) is { } value ? ObjectOf(value, name) : null;

    /// <summary>The members of an object, by name; empty if it is not there.</summary>
    public IEnumerable<(string Name, JsonValue Value)> Members(string name) => ObjectOrNull(name)?.Members() ?? [];

    public IEnumerable<(string Name, JsonValue Value)> Members() => _object.Members.Select(member => (member.Name, member.Value));

    public IReadOnlyList<string> Texts(string name) => Find(name) is { } value ? TextsOf(value, name) : [];

    public string TextOf(JsonValue value, string name) =>
        value is JsonText { Value: var text } ? text : throw Fault($"has text for `{name}`", value);

    public IReadOnlyList<string> TextsOf(JsonValue value, string name) =>
        [.. ItemsOf(value, name).Select(item => TextOf(item, name))];

    public IReadOnlyList<ReadTree> ObjectsOf(JsonValue value, string name) =>
        [.. ItemsOf(value, name).Select(item => ObjectOf(item, name))];

    public bool Has(string name) => Find(name) is not null;

    public FormatException Missing(string name) => new($"{_what} has `{name}`, which is not there.");

    public static ReadTree ObjectOf(JsonValue value, string name) => new($"`{name}`", value);

    private IReadOnlyList<JsonValue> ItemsOf(JsonValue value, string name) =>
        value is JsonArray { Items: var items } ? items : throw Fault($"has a list for `{name}`", value);

    private JsonValue? Find(string name) => _object.Find(name) is { Value: not JsonNull and var value } ? value : null;

    private FormatException Fault(string expected, JsonValue value)
    {
        var place = value.Span.ToPlace();
        return new FormatException($"{_what} {expected}, not {value.Kind}{(place.Line > 0 ? $", at {place}" : string.Empty)}.");
    }
}
