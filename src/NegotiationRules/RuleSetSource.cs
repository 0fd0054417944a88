using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The files of a rule set as they were read, so that it can be checked again with other parameters.</summary>
internal sealed class RuleSetSource
{
    private readonly IReadOnlyList<RuleFileSyntax> _files;
    private readonly Vocabulary? _vocabulary;
    private readonly ImmutableDictionary<string, JsonValue> _parameters;
    private readonly IReadOnlyList<Diagnostic> _found;

    private RuleSetSource(
        IReadOnlyList<RuleFileSyntax> files, Vocabulary? vocabulary, ImmutableDictionary<string, JsonValue> parameters, IReadOnlyList<Diagnostic> found)
    {
        _files = files;
        _vocabulary = vocabulary;
        _parameters = parameters;
        _found = found;
    }

    public static RuleSetSource FromFile(string path, RuleSetOptions options)
    {
        var bag = new DiagnosticBag();
        var files = RuleFileLoader.Load(path, options.Root, options.Limits, bag);
        return Of(files, options, bag);
    }

    public static RuleSetSource FromText(string json, RuleSetOptions options)
    {
        var bag = new DiagnosticBag();
        var files = RuleFileLoader.Read(new SourceText("<rules>", json), options.Root, options.Limits, bag);
        return Of(files, options, bag);
    }

    public RuleSetSource With(string parameter, object value) =>
        new(_files, _vocabulary, _parameters.SetItem(parameter, Scenario.BuildFact(value, nameof(value))), _found);

    public bool TryCheck([NotNullWhen(true)] out RuleSet? rules, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        foreach (var diagnostic in _found)
        {
            bag.Add(diagnostic);
        }

        // Without a vocabulary every fact would be unknown; what was found so far is the whole truth.
        var result = _files.Count > 0 && _vocabulary is not null
            ? RuleSetChecker.Check(_files, _vocabulary, _parameters, bag)
            : null;
        var sorted = bag.ToSorted();
        diagnostics = sorted;
        rules = result is null ? null : new RuleSet(this, result, sorted);
        return rules is not null;
    }

    private static RuleSetSource Of(IReadOnlyList<RuleFileSyntax> files, RuleSetOptions options, DiagnosticBag bag)
    {
        var vocabulary = files.Count == 0 ? null : options.Vocabulary ?? FindVocabulary(files, options, bag);
        var parameters = options.Parameters.ToImmutableDictionary(p => p.Key, p => Scenario.BuildFact(p.Value, nameof(options)), StringComparer.Ordinal);
        return new RuleSetSource(files, vocabulary, parameters, bag.ToSorted());
    }

    // The file asked for says which vocabulary; if it says nothing, what it includes does; if nothing does, it is the built-in one.
    private static Vocabulary? FindVocabulary(IReadOnlyList<RuleFileSyntax> files, RuleSetOptions options, DiagnosticBag bag)
    {
        var file = files.LastOrDefault(f => f.Vocabulary is not null);
        if (file is null || file.Vocabulary!.Text == Vocabulary.Negotiation.Name)
        {
            return Vocabulary.Negotiation;
        }

        if (RuleFileLoader.Locate(file, file.Vocabulary, options.Root, bag) is not { } path)
        {
            return null;
        }

        Vocabulary.TryLoad(path, out var vocabulary, out var diagnostics, options.Limits);
        foreach (var diagnostic in diagnostics)
        {
            bag.Add(diagnostic);
        }

        return vocabulary;
    }
}
