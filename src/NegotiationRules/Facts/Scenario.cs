using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using Newtonsoft.Json.Linq;

namespace NegotiationRules;

/// <summary>The facts of one situation: <c>{ "talks": { "start": "2022-01-10" }, "parties": [ … ] }</c>.</summary>
/// <remarks>
/// <para>What is absent or <c>null</c> is unknown. A fact may be stated with its source, <c>{ "value": 5, "source": "…" }</c>, a list may
/// be partly known, <c>{ "known": [ … ], "complete": false }</c>, and a date may be a month or a year.</para>
/// <para>A scenario is made of text, of a <see cref="JObject"/> or a <see cref="JsonElement"/>, of any .NET object, or step by step with
/// <see cref="Create"/>. Whether its facts are those of a vocabulary is checked when rules are evaluated on it.</para>
/// <para>Immutable and safe to share between threads. Checking is done once for as long as the vocabulary stays the same.</para>
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(ScenarioJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(ScenarioNewtonsoftConverter))]
public sealed partial class Scenario
{
    private const string NoName = "<scenario>";

    // One reference, published whole: a reader sees the old one or the new one, and either is right.
    private volatile BoundScenario? _bound;

    private readonly JsonObject _tree;

    // What is wrong with the type of the object that the tree was made of, by the facts it is to have; null if it was made of JSON. Only a
    // vocabulary can tell how such a tree is written.
    private readonly Func<RecordType, ImmutableArray<Diagnostic>>? _checkType;

    internal Scenario(string name, JsonObject root, Func<RecordType, ImmutableArray<Diagnostic>>? checkType = null)
    {
        Name = name;
        _tree = root;
        _checkType = checkType;
    }

    /// <summary>The name it goes by in reports: the path it was loaded from, or a name in angle brackets.</summary>
    public string Name { get; }

    /// <summary>The facts as JSON.</summary>
    internal JsonObject Root => _checkType is null ? _tree : (JsonObject)ObjectFit.Plain(_tree);

    /// <summary>Reads a scenario file in UTF-8.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">The file cannot be read or is not JSON.</exception>
    public static Scenario Load(string path, ReadingLimits? limits = null) =>
        TryLoad(path, out var scenario, out var diagnostics, limits) ? scenario : throw new ScenarioException(diagnostics);

    /// <summary>Reads a scenario from text.</summary>
    /// <param name="json">The text: one JSON object. Comments and trailing commas are allowed.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">The text is not JSON, or not an object.</exception>
    public static Scenario Parse(string json, string name = NoName, ReadingLimits? limits = null) =>
        TryParseJson(json, out var scenario, out var diagnostics, name, limits) ? scenario : throw new ScenarioException(diagnostics);

    /// <summary>Reads a scenario from UTF-8 text.</summary>
    /// <param name="utf8">The text: one JSON object, with or without a byte order mark.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">The bytes are not UTF-8, or the text is not JSON, or not an object.</exception>
    public static Scenario Parse(ReadOnlySpan<byte> utf8, string name = NoName, ReadingLimits? limits = null) =>
        TryParseJson(utf8, out var scenario, out var diagnostics, name, limits) ? scenario : throw new ScenarioException(diagnostics);

    /// <summary>Takes a scenario from a Newtonsoft object. Later changes to the object do not change the scenario.</summary>
    /// <param name="facts">The object.</param>
    /// <exception cref="ScenarioException">The object holds something that is not JSON, such as raw text, or is nested too
    /// deep.</exception>
    public static Scenario From(JObject facts) => From(facts, NoName);

    /// <summary>Takes a scenario from a Newtonsoft object. Later changes to the object do not change the scenario.</summary>
    /// <param name="facts">The object.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How deep and long it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">The object holds something that is not JSON, such as raw text, or is nested too
    /// deep.</exception>
    public static Scenario From(JObject facts, string name, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return FromJson(facts, name, limits);
    }

    /// <summary>Takes a scenario from an object that System.Text.Json has read. It does not need its document any more.</summary>
    /// <param name="facts">The object.</param>
    /// <exception cref="ScenarioException">It is not an object, gives a fact twice, or is nested too deep.</exception>
    public static Scenario From(JsonElement facts) => FromJson(facts, NoName, null);

    /// <summary>Takes a scenario from an object that System.Text.Json has read. It does not need its document any more.</summary>
    /// <param name="facts">The object.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How deep and long it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">It is not an object, gives a fact twice, or is nested too deep.</exception>
    public static Scenario From(JsonElement facts, string name, ReadingLimits? limits = null) => FromJson(facts, name, limits);

    /// <summary>Begins a scenario that is built step by step.</summary>
    public static ScenarioBuilder Create() => new();

    /// <summary>Reads a scenario file in UTF-8.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="scenario">The scenario, or <see langword="null"/> if the file cannot be read or is not JSON.</param>
    /// <param name="diagnostics">What is wrong with it; empty if nothing is.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    public static bool TryLoad(
        string path,
        [NotNullWhen(true)] out Scenario? scenario,
        out IReadOnlyList<Diagnostic> diagnostics,
        ReadingLimits? limits = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TryLoad(FileStore.Disk, path, out scenario, out diagnostics, limits ?? ReadingLimits.Default);
    }

    /// <summary>The same from where files are read.</summary>
    internal static bool TryLoad(
        FileStore store, string path, [NotNullWhen(true)] out Scenario? scenario, out IReadOnlyList<Diagnostic> diagnostics,
        ReadingLimits limits)
    {
        if (store.Read(path, limits, isNamed: false, out var fault) is { } bytes)
        {
            return TryParseJson(bytes, out scenario, out diagnostics, path, limits);
        }

        var bag = new DiagnosticBag();
        new ScenarioDiagnostics(bag).CannotRead(path, fault!);
        (scenario, diagnostics) = (null, bag.ToSorted());
        return false;
    }

    /// <summary>Reads a scenario file that another file names.</summary>
    /// <param name="store">Where it is read from.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="isShown">Whether reports may show its lines.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    internal static Scenario? ReadNamed(FileStore store, string path, ReadingLimits limits, bool isShown, DiagnosticBag bag)
    {
        var diagnostics = new ScenarioDiagnostics(bag);
        if (store.Read(path, limits, isNamed: true, out var fault) is not { } bytes)
        {
            diagnostics.CannotRead(path, fault!);
            return null;
        }

        if (Utf8Text.Decode(bytes) is { } json)
        {
            return Read(new SourceText(path, json) { IsShown = isShown }, limits, bag);
        }

        diagnostics.NotUtf8(path);
        return null;
    }

    // Not `TryParse`: ASP.NET takes a type with a method of that name for one that stands in an address, and refuses a handler with such a
    // parameter. This one comes in bodies.
    /// <summary>Reads a scenario from text.</summary>
    /// <param name="json">The text: one JSON object. Comments and trailing commas are allowed.</param>
    /// <param name="scenario">The scenario, or <see langword="null"/> if the text is not JSON, or not an object.</param>
    /// <param name="diagnostics">What is wrong with it; empty if nothing is.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    public static bool TryParseJson(
        string json,
        [NotNullWhen(true)] out Scenario? scenario,
        out IReadOnlyList<Diagnostic> diagnostics,
        string name = NoName,
        ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        var bag = new DiagnosticBag();
        scenario = Read(new SourceText(name, json), limits ?? ReadingLimits.Default, bag);
        diagnostics = bag.ToSorted();
        return scenario is not null;
    }

    /// <summary>Reads a scenario from UTF-8 text.</summary>
    /// <param name="utf8">The text: one JSON object, with or without a byte order mark.</param>
    /// <param name="scenario">The scenario, or <see langword="null"/> if the text is not UTF-8, not JSON, or not an object.</param>
    /// <param name="diagnostics">What is wrong with it; empty if nothing is.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    public static bool TryParseJson(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out Scenario? scenario,
        out IReadOnlyList<Diagnostic> diagnostics,
        string name = NoName,
        ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Utf8Text.Decode(utf8) is { } json)
        {
            return TryParseJson(json, out scenario, out diagnostics, name, limits);
        }

        var bag = new DiagnosticBag();
        new ScenarioDiagnostics(bag).NotUtf8(name);
        (scenario, diagnostics) = (null, bag.ToSorted());
        return false;
    }

    /// <summary>A copy in which one fact is another. This scenario stays as it is.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>talks.start</c>, <c>parties[1].delegates</c>.
    /// Objects on the way are made where they are missing.</param>
    /// <param name="value">
    /// The new value: text, a number, a boolean, a date, a duration, JSON that Newtonsoft or System.Text.Json has read, or a list or a
    /// dictionary of these. It replaces the old one together with its source. <see langword="null"/> makes the fact unknown.
    /// </param>
    /// <exception cref="ArgumentException">There is no such path in this scenario, or the value cannot be a fact.</exception>
    public Scenario With(string path, object? value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return WithFact(path, BuildFact(value, nameof(value)));
    }

    /// <summary>A copy in which a list has one more element, at its end. This scenario stays as it is.</summary>
    /// <param name="path">The path of the list, as for <see cref="With"/>. A list of which nothing was known is afterwards one that has
    /// this element and perhaps others.</param>
    /// <param name="element">The element, as for <see cref="With"/>; an object is a dictionary or one that Newtonsoft or System.Text.Json
    /// has read.</param>
    /// <exception cref="ArgumentException">There is no such list in this scenario, or the element cannot be a fact.</exception>
    public Scenario WithAdded(string path, object? element)
    {
        ArgumentNullException.ThrowIfNull(path);
        var built = BuildFact(element, nameof(element));
        return Edited(path, (JsonObject root, ScenarioPath parsed, out string? fault) => ScenarioEdit.Add(root, parsed, built, out fault));
    }

    /// <summary>A copy in which a list lacks one of its elements. This scenario stays as it is.</summary>
    /// <param name="path">The path of the list, as for <see cref="With"/>.</param>
    /// <param name="index">Which element, counted from 0.</param>
    /// <exception cref="ArgumentException">There is no such list in this scenario, or it has no such element.</exception>
    public Scenario WithRemoved(string path, int index)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Edited(
            path,
            (JsonObject root, ScenarioPath parsed, out string? fault) => ScenarioEdit.Remove(root, parsed, index, out fault)
        );
    }

    /// <summary>The facts as JSON.</summary>
    public override string ToString() => JsonPrinter.Print(Root, indented: true);

    /// <summary>Reads a scenario into a run's own diagnostics; <see langword="null"/> if it is not an object of JSON.</summary>
    internal static Scenario? Read(SourceText source, ReadingLimits limits, DiagnosticBag bag)
    {
        switch (JsonReader.Read(source, limits, bag))
        {
            case JsonObject root:
                return bag.HasErrors ? null : new Scenario(source.Name, root);
            case { } other:
                new ScenarioDiagnostics(bag).NotAnObject(other);
                return null;
            default:
                return null;
        }
    }

    /// <summary>A copy in which one fact is another.</summary>
    internal Scenario WithFact(string path, JsonValue value) =>
        Edited(path, (JsonObject root, ScenarioPath parsed, out string? fault) => ScenarioEdit.Set(root, parsed, value, out fault));

    /// <summary>The same, with the reason in a few words if there is no such place.</summary>
    internal bool TryWith(
        string path, JsonValue value, [NotNullWhen(true)] out Scenario? changed, [NotNullWhen(false)] out string? fault) =>
        TryEdit(
            path, (JsonObject root, ScenarioPath parsed, out string? why) => ScenarioEdit.Set(root, parsed, value, out why),
            out changed, out fault);

    /// <summary>The facts by the types of a vocabulary. Faults go to the bag; a faulty fact is unknown.</summary>
    internal FactRecord Bind(Vocabulary vocabulary, DiagnosticBag bag)
    {
        var bound = _bound;
        if (bound?.Vocabulary != vocabulary)
        {
            var own = new DiagnosticBag();
            var root = Fit(vocabulary, own);
            var facts = new ScenarioBinder(new ScenarioDiagnostics(own), new FactPath()).BindScenario(root, vocabulary.Root);
            _bound = bound = new BoundScenario(vocabulary, facts, own.ToSorted());
        }

        foreach (var diagnostic in bound.Diagnostics)
        {
            bag.Add(diagnostic);
        }

        return bound.Facts;
    }

    internal static JsonValue BuildFact(object? value, string parameter)
    {
        var bag = new DiagnosticBag();
        var built = new BuiltTree(ReadingLimits.Default, new ScenarioDiagnostics(bag)).Of(value);
        return bag.Count == 0 ? built : throw new ArgumentException(bag.ToSorted()[0].Message, parameter);
    }

    private delegate JsonObject? Edit(JsonObject root, ScenarioPath path, out string? fault);

    private Scenario Edited(string path, Edit edit) => TryEdit(path, edit, out var changed, out var fault)
        ? changed
        : throw new ArgumentException($"There is no place `{path}` in the scenario: {fault}.", nameof(path));

    private bool TryEdit(string path, Edit edit, [NotNullWhen(true)] out Scenario? changed, [NotNullWhen(false)] out string? fault)
    {
        changed =
            ScenarioPath.TryParse(path, out fault) is { } parsed && edit(_tree, parsed, out fault) is { } root
                ? new Scenario(Name, root, _checkType)
                : null;
        return changed is not null;
    }

    private static Scenario FromJson(object facts, string name, ReadingLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bag = new DiagnosticBag();
        return new Scenario(name, RootOf(new BuiltTree(limits ?? ReadingLimits.Default, new ScenarioDiagnostics(bag)).Of(facts), bag));
    }

    private static JsonObject RootOf(JsonValue tree, DiagnosticBag bag)
    {
        tree = tree is ObjectDictionary dictionary ? dictionary.AsObject() : tree;
        if (tree is not JsonObject && !bag.HasErrors)
        {
            new ScenarioDiagnostics(bag).NotAnObject(tree);
        }

        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : (JsonObject)tree;
    }

    private sealed record BoundScenario(Vocabulary Vocabulary, FactRecord Facts, ImmutableArray<Diagnostic> Diagnostics);
}
