using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The facts that may be talked about, with their types: a JSON Schema of a scenario.</summary>
/// <remarks>
/// <para>Understood are <c>type</c>, <c>properties</c>, <c>items</c>, <c>maxItems</c>, <c>format</c> (<c>date</c>, <c>date-time</c>,
/// <c>duration</c>), <c>enum</c> and <c>const</c> of texts, <c>minimum</c>, <c>maximum</c>, <c>multipleOf</c> (<c>0.01</c> makes a number
/// exact to that step), <c>default</c>, <c>$ref</c> within the file, <c>allOf</c> of objects, <c>title</c> and <c>description</c>. <c>{
/// "$ref": "negotiation" }</c> is the built-in vocabulary. A keyword that
/// would change the meaning and is not understood is an error.</para>
/// <para>Immutable and safe to share between threads: read it once and keep it.</para>
/// </remarks>
public sealed class Vocabulary
{
    private const string NoName = "<vocabulary>";
    internal const string BuiltIn = "negotiation";

    private static readonly Lazy<Vocabulary> BuiltInVocabulary = new(LoadBuiltIn);

    // As it was read, for what only rules ask of it; null if it was made of a .NET type.
    private readonly JsonObject? _document;

    private Vocabulary(string name, RecordType root, ImmutableArray<Diagnostic> warnings, JsonObject? document)
    {
        Name = name;
        Root = root;
        Warnings = warnings;
        _document = document;
    }

    /// <summary>The built-in vocabulary of talks, parties, delegates, agreements, demands and trust.</summary>
    public static Vocabulary Negotiation => BuiltInVocabulary.Value;

    /// <summary>The name it goes by in reports: <c>negotiation</c>, the path it was loaded from, or the name of the .NET type.</summary>
    public string Name { get; }

    internal bool IsBuiltIn => BuiltInVocabulary.IsValueCreated && this == BuiltInVocabulary.Value;

    internal RecordType Root { get; }

    /// <summary>What was found that does not keep it from being used.</summary>
    internal ImmutableArray<Diagnostic> Warnings { get; }

    /// <summary>Reads a vocabulary file in UTF-8.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="RuleFileException">The file cannot be read, or is not a vocabulary.</exception>
    public static Vocabulary Load(string path, ReadingLimits? limits = null) =>
        TryLoad(path, out var vocabulary, out var diagnostics, limits) ? vocabulary : throw new RuleFileException(diagnostics);

    /// <summary>Reads a vocabulary from text.</summary>
    /// <param name="json">The JSON Schema. Comments and trailing commas are allowed.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="RuleFileException">The text is not a vocabulary.</exception>
    public static Vocabulary Parse(string json, string name = NoName, ReadingLimits? limits = null) =>
        TryParse(json, out var vocabulary, out var diagnostics, name, limits) ? vocabulary : throw new RuleFileException(diagnostics);

    /// <summary>Reads a vocabulary file in UTF-8.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="vocabulary">The vocabulary, or <see langword="null"/> if the file cannot be read or has errors.</param>
    /// <param name="diagnostics">What was found; there may be warnings even if it can be used.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    public static bool TryLoad(
        string path,
        [NotNullWhen(true)] out Vocabulary? vocabulary,
        out IReadOnlyList<Diagnostic> diagnostics,
        ReadingLimits? limits = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TryLoad(FileStore.Disk, path, out vocabulary, out diagnostics, limits ?? ReadingLimits.Default);
    }

    /// <summary>The same from where files are read.</summary>
    internal static bool TryLoad(
        FileStore store, string path, [NotNullWhen(true)] out Vocabulary? vocabulary, out IReadOnlyList<Diagnostic> diagnostics,
        ReadingLimits limits)
    {
        var bag = new DiagnosticBag();
        vocabulary = Read(path, path, default, limits, bag, store);
        diagnostics = bag.ToSorted();
        return vocabulary is not null;
    }

    /// <summary>Reads a vocabulary from text.</summary>
    /// <param name="json">The JSON Schema. Comments and trailing commas are allowed.</param>
    /// <param name="vocabulary">The vocabulary, or <see langword="null"/> if the text has errors.</param>
    /// <param name="diagnostics">What was found; there may be warnings even if it can be used.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    public static bool TryParse(
        string json,
        [NotNullWhen(true)] out Vocabulary? vocabulary,
        out IReadOnlyList<Diagnostic> diagnostics,
        string name = NoName,
        ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        var bag = new DiagnosticBag();
        vocabulary = Read(new SourceText(name, json), limits ?? ReadingLimits.Default, bag);
        diagnostics = bag.ToSorted();
        return vocabulary is not null;
    }

    /// <summary>Describes a .NET type, so that objects of it can be scenarios: see <see cref="From(Type, PropertyNaming, int)"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="naming">How properties without an attribute are called.</param>
    /// <param name="decimalPlaces">How many decimal places a <see cref="decimal"/> keeps, 0 to 9.</param>
    /// <exception cref="ArgumentException">Something in the type cannot be a fact, or it contains itself; the message names the
    /// property.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static Vocabulary From<T>(PropertyNaming naming = PropertyNaming.CamelCase, int decimalPlaces = 4) =>
        From(typeof(T), naming, decimalPlaces);

    /// <summary>Describes a .NET type, so that objects of it can be scenarios.</summary>
    /// <remarks>
    /// Public properties are facts, named as the attributes <c>JsonProperty</c> (Newtonsoft) or <c>JsonPropertyName</c> (System.Text.Json)
    /// say, and otherwise by
    /// <paramref name="naming"/>; <c>JsonIgnore</c> of either leaves one out. Integers have the bounds of their type, a
    /// <see cref="decimal"/> is exact to
    /// <paramref name="decimalPlaces"/>, <see cref="double"/> and <see cref="float"/> are not; an enum is one of its names, or what
    /// <c>EnumMember</c> or <c>JsonStringEnumMemberName</c> says; <see cref="DateOnly"/> is a date, <see cref="DateTime"/> and
    /// <see cref="DateTimeOffset"/> are dates with a time, <see cref="TimeSpan"/> is a duration; anything that enumerates one type is a
    /// list. <c>Range</c>, <c>MaxLength</c> (of a list) and <c>Description</c> are honoured. Every fact may be unknown, whether or not its
    /// type is nullable.
    /// </remarks>
    /// <param name="type">The type.</param>
    /// <param name="naming">How properties without an attribute are called.</param>
    /// <param name="decimalPlaces">How many decimal places a <see cref="decimal"/> keeps, 0 to 9.</param>
    /// <exception cref="ArgumentException">Something in the type cannot be a fact, or it contains itself; the message names the
    /// property.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static Vocabulary From(Type type, PropertyNaming naming = PropertyNaming.CamelCase, int decimalPlaces = 4)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentOutOfRangeException.ThrowIfNegative(decimalPlaces);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimalPlaces, ExactType.LargestScale);
        return new Vocabulary(type.Name, new TypeVocabulary(naming, decimalPlaces).Read(type), [], null);
    }

    /// <summary>The vocabulary as a JSON Schema (2020-12), with every reference written out. Parsing it gives the same
    /// vocabulary.</summary>
    public string ToJsonSchema() => JsonPrinter.Print(VocabularyWriter.Write(Root), indented: true);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The names by which it defines types: <c>#/$defs/milestone</c>.</summary>
    internal IReadOnlyList<string> Definitions => _document is null ? [] : [.. SchemaReferences.Definitions(_document)];

    /// <summary>The type at a place of its own; <see langword="null"/> if there is nothing, or if it has faults, which are reported: of
    /// what no fact is, nobody looked so far.</summary>
    /// <param name="reference">The place: <c>#/$defs/milestone</c>.</param>
    /// <param name="bag">Receives what is wrong there.</param>
    /// <param name="isThere">Whether there is anything.</param>
    internal FactType? TypeAt(string reference, DiagnosticBag bag, out bool isThere)
    {
        var part = _document is not null && reference.StartsWith("#/", StringComparison.Ordinal)
            ? SchemaReferences.Follow(_document, reference[1..]) : null;
        isThere = part is not null;
        if (part is null)
        {
            return null;
        }

        var own = new DiagnosticBag();
        var type = VocabularyReader.ReadPart(_document!, part, new VocabularyDiagnostics(own));
        foreach (var diagnostic in own.ToSorted().Where(found => !Warnings.Any(w => w.Code == found.Code && w.Span == found.Span)))
        {
            bag.Add(diagnostic);
        }

        return own.HasErrors ? null : type;
    }

    /// <summary>Reads a vocabulary file into a run's own diagnostics; <see langword="null"/> if it has errors.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="from">Where a rule file names it; nowhere, if it was asked for directly.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    /// <param name="store">Where it is read from; <see langword="null"/> for the files of this machine.</param>
    internal static Vocabulary? Read(
        string path, string name, Span from, ReadingLimits limits, DiagnosticBag bag, FileStore? store = null)
    {
        var diagnostics = new VocabularyDiagnostics(bag);
        var bytes = (store ?? FileStore.Disk).Read(path, limits, isNamed: from.Source is not null, out var fault);
        if (bytes is null)
        {
            diagnostics.CannotRead(from, name, fault!);
            return null;
        }

        if (Utf8Text.Decode(bytes) is not { } json)
        {
            diagnostics.NotUtf8(from, name);
            return null;
        }

        return Read(new SourceText(name, json), limits, bag);
    }

    /// <summary>Reads a vocabulary into a run's own diagnostics; <see langword="null"/> if it has errors.</summary>
    internal static Vocabulary? Read(SourceText source, ReadingLimits limits, DiagnosticBag bag)
    {
        // The bag may hold errors of other files already.
        var own = new DiagnosticBag();
        return Read(source.Name, JsonReader.Read(source, limits, own), own, bag);
    }

    /// <summary>Reads a vocabulary that was put together as a schema and never written down; likewise.</summary>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    internal static Vocabulary? Read(string name, JsonValue schema, DiagnosticBag bag) => Read(name, schema, new DiagnosticBag(), bag);

    private static Vocabulary? Read(string name, JsonValue? document, DiagnosticBag own, DiagnosticBag bag)
    {
        var root = document is null ? null : VocabularyReader.Read(document, new VocabularyDiagnostics(own));
        var found = own.ToSorted();
        foreach (var diagnostic in found)
        {
            bag.Add(diagnostic);
        }

        return root is null || own.HasErrors ? null : new Vocabulary(name, root, found, document as JsonObject);
    }

    private static Vocabulary LoadBuiltIn()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream($"{BuiltIn}.vocabulary.json")!;
        using var text = new StreamReader(stream);
        return Parse(text.ReadToEnd(), BuiltIn);
    }
}
