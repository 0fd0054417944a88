using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>Adds scenarios to tables: straight from bytes or objects where that goes, otherwise by binding them, which reports what is
/// wrong.</summary>
/// <param name="vocabulary">What scenarios may say.</param>
/// <param name="layout">What of it is laid out.</param>
/// <param name="isAllLaidOut">Whether the layout has all facts that will be asked for. If not, scenarios are always bound.</param>
/// <remarks>One for each thread.</remarks>
internal sealed class ScenarioIntake(Vocabulary vocabulary, FactLayout layout, bool isAllLaidOut)
{
    private static readonly IReadOnlyList<Diagnostic> None = [];

    private readonly Dictionary<(Type Type, ObjectOptions Options), object> _readers = [];
    private readonly Dictionary<(Type Type, ObjectOptions Options), Func<object, FactRecord>> _binders = [];
    private readonly JsonTableReader? _json = isAllLaidOut ? new JsonTableReader(layout) : null;
    private object? _reader;
    private ObjectOptions? _options;

    /// <summary>Adds a scenario.</summary>
    /// <returns>Its facts if it was added. If not, the table is as it was.</returns>
    public FactRecord? TryAdd(Scenario scenario, FactTable table, out IReadOnlyList<Diagnostic> diagnostics)
    {
        diagnostics = None;
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(vocabulary, bag);
        if (bag.HasErrors)
        {
            diagnostics = bag.ToSorted();
            return null;
        }

        table.Add(facts);
        return facts;
    }

    /// <summary>Adds a scenario in UTF-8 JSON.</summary>
    /// <param name="utf8">The scenario.</param>
    /// <param name="table">Where to add it.</param>
    /// <param name="facts">The facts, if they had to be bound.</param>
    /// <param name="diagnostics">What is wrong with it, if it was not added.</param>
    /// <returns>Whether it was added. If not, the table is as it was.</returns>
    public bool TryAdd(ReadOnlySpan<byte> utf8, FactTable table, out FactRecord? facts, out IReadOnlyList<Diagnostic> diagnostics)
    {
        facts = null;
        diagnostics = None;
        if (_json is not null && _json.TryAdd(utf8, table))
        {
            return true;
        }

        facts = Scenario.TryParseJson(utf8, out var scenario, out diagnostics) ? TryAdd(scenario, table, out diagnostics) : null;
        return facts is not null;
    }

    /// <summary>Adds a scenario from the properties of an object.</summary>
    /// <inheritdoc cref="TryAdd(ReadOnlySpan{byte}, FactTable, out FactRecord?, out IReadOnlyList{Diagnostic})"/>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public bool TryAdd<T>(
        T scenario, ObjectOptions options, FactTable table, out FactRecord? facts,
        out IReadOnlyList<Diagnostic> diagnostics
    )
        where T : class
    {
        facts = null;
        diagnostics = None;
        if (isAllLaidOut && ReaderOf<T>(options).TryAdd(scenario, table))
        {
            return true;
        }

        facts = TryAdd(Scenario.From(scenario, vocabulary, options), table, out diagnostics);
        return facts is not null;
    }

    /// <summary>The facts of a scenario that was added; what is wrong with facts that no rule reads is passed over.</summary>
    public FactRecord Bind(Scenario scenario) => scenario.Bind(vocabulary, new DiagnosticBag());

    /// <summary>The same of an object that was added.</summary>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public FactRecord BindObject<T>(T facts, ObjectOptions options)
        where T : class => Bind(Scenario.From(facts, vocabulary, options));

    /// <summary>How to bind an object of a type later on, for what needs more than the table has.</summary>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public Func<object, FactRecord> BinderOf<T>(ObjectOptions options)
        where T : class
    {
        if (!_binders.TryGetValue((typeof(T), options), out var bind))
        {
            _binders[(typeof(T), options)] = bind = facts => BindObject((T)facts, options);
        }

        return bind;
    }

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    private ObjectTableReader<T> ReaderOf<T>(ObjectOptions options)
        where T : class
    {
        if (_reader is ObjectTableReader<T> last && _options == options)
        {
            return last;
        }

        if (!_readers.TryGetValue((typeof(T), options), out var reader))
        {
            _readers[(typeof(T), options)] = reader = new ObjectTableReader<T>(layout, options);
        }

        (_reader, _options) = (reader, options);
        return (ObjectTableReader<T>)reader;
    }
}
