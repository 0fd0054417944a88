using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Where a rule set comes from: what is needed to check it, and to check it again with other parameters.</summary>
/// <remarks>
/// A rule set that is in use keeps only the texts of its files: the syntax would be as large as the rules, and reading again takes about as
/// long as checking. What comes from another format keeps the way to read it again.
/// </remarks>
internal sealed class RuleSetSource
{
    // No file has an id like it: people write no control characters.
    private const string Assumption = "\u0001assumption";

    private readonly ImmutableArray<SourceText> _texts;

    // Of each text, the places of those that it includes: only a file that includes another may restate a parameter of it.
    private readonly ImmutableArray<ImmutableArray<int>> _includes;
    private readonly ReadingLimits _limits;
    private readonly WorkLimits _work;
    private readonly Vocabulary? _vocabulary;
    private readonly ImmutableDictionary<string, JsonValue> _parameters;
    private readonly ImmutableArray<Diagnostic> _found;

    // Null for rule files, which are read again from their texts.
    private readonly Func<IReadOnlyList<RuleFileSyntax>>? _read;

    // As they were read; null once the rules are checked.
    private readonly IReadOnlyList<RuleFileSyntax>? _files;

    // Whether a text is not the one that was read, so that there may be something to report of it.
    private readonly bool _isChanged;

    private RuleSetSource(
        IReadOnlyList<RuleFileSyntax> files,
        Vocabulary? vocabulary,
        ReadingLimits limits,
        WorkLimits work,
        ImmutableDictionary<string, JsonValue> parameters,
        ImmutableArray<Diagnostic> found,
        Func<IReadOnlyList<RuleFileSyntax>>? read = null)
    {
        _files = files;
        _read = read;
        _texts = [.. files.Select(file => file.Source)];
        _includes = [.. files.Select(file => file.IncludedFiles.Select(included => _texts.IndexOf(included.Source)).ToImmutableArray())];
        _vocabulary = vocabulary;
        _limits = limits;
        _work = work;
        _parameters = parameters;
        _found = found;
    }

    private RuleSetSource(
        RuleSetSource other, Vocabulary? vocabulary, ImmutableDictionary<string, JsonValue> parameters,
        ImmutableArray<SourceText>? texts = null)
    {
        (_texts, _isChanged) = (texts ?? other._texts, texts is not null);
        _includes = other._includes;
        _read = other._read;
        _vocabulary = vocabulary;
        _limits = other._limits;
        _work = other._work;
        _parameters = parameters;
        _found = other._found;
    }

    /// <summary>The text of the file that was asked for; <see langword="null"/> if the rules come from another format.</summary>
    public SourceText? Text => Texts is [.., var text] ? text : null;

    /// <summary>The texts of all its files, included ones first; none if the rules come from another format.</summary>
    public ImmutableArray<SourceText> Texts => _read is null ? _texts : [];

    public static RuleSetSource FromFile(string path, RuleSetOptions options)
    {
        var bag = new DiagnosticBag();
        var files = RuleFileLoader.Load(options.Store, path, options.Root, options.Limits, bag);
        return Of(files, options, bag);
    }

    public static RuleSetSource FromText(string json, RuleSetOptions options)
    {
        var bag = new DiagnosticBag();
        var files = RuleFileLoader.Read(options.Store, new SourceText("<rules>", json), options.Root, options.Limits, bag);
        return Of(files, options, bag);
    }

    /// <summary>Rules of another format, as syntax.</summary>
    /// <param name="files">The files as they were read, included ones before those that include them.</param>
    /// <param name="vocabulary">The facts that they may talk about.</param>
    /// <param name="found">What was found when they were read.</param>
    /// <param name="read">Reads them again; what there is to report of them was found the first time.</param>
    public static RuleSetSource FromSyntax(
        IReadOnlyList<RuleFileSyntax> files, Vocabulary vocabulary, DiagnosticBag found,
        Func<IReadOnlyList<RuleFileSyntax>> read
    ) =>
        new(
            files, vocabulary, ReadingLimits.Default, WorkLimits.Default,
            ImmutableDictionary<string, JsonValue>.Empty.WithComparers(StringComparer.Ordinal),
            found.ToSorted(),
            read
        );

    /// <summary>The same with other values for parameters; those that are not named keep theirs.</summary>
    public RuleSetSource With(IEnumerable<KeyValuePair<string, object?>> parameters) =>
        new(
            this,
            _vocabulary,
            _parameters.SetItems(parameters.Select(p => KeyValuePair.Create(p.Key, Scenario.BuildFact(p.Value, nameof(parameters)))))
        );

    /// <summary>The same, to be checked against another vocabulary.</summary>
    public RuleSetSource With(Vocabulary vocabulary) => new(this, vocabulary, _parameters);

    /// <summary>The same with other text in one place of <see cref="Text"/>.</summary>
    public RuleSetSource With(TextEdit edit) =>
        new(this, _vocabulary, _parameters, _texts.SetItem(_texts.Length - 1, _texts[^1].With(new Cure([edit]).ApplyTo(_texts[^1]))));

    public bool TryCheck([NotNullWhen(true)] out RuleSet? rules, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        foreach (var diagnostic in _found)
        {
            bag.Add(diagnostic);
        }

        // Without a vocabulary every fact would be unknown; what was found so far is the whole truth.
        var result = _texts.Length > 0 && _vocabulary is not null && (_files ?? ReadAgain(bag)) is { } files
            ? RuleSetChecker.Check(files, _vocabulary, _parameters, bag)
            : null;
        if (result is not null && _files is [.., { IsOriginal: true }])
        {
            ConstantConditions.Report(result, bag);
        }

        var sorted = bag.ToSorted();
        diagnostics = sorted;
        rules = result is null ? null
            : new RuleSet(new RuleSetSource(this, _vocabulary, _parameters), result with { Work = _work }, sorted);
        return rules is not null;
    }

    /// <summary>Conditions over the facts of the rules, which may refer to what these declare, checked as if they stood in a file that
    /// includes them.</summary>
    public bool TryCheckConditions(
        IReadOnlyList<JsonValue> written, out ImmutableArray<Condition> conditions, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var files = ReadAgain(new DiagnosticBag())!;
        var reader = new ConditionReader(new SyntaxDiagnostics(bag));
        var stage = files.SelectMany(one => one.Stages).Select(one => one.Name).FirstOrDefault();
        var file = new RuleFileSyntax
        {
            Source = files[^1].Source,
            Span = files[^1].Span,
            Name = files[^1].Name,
            IncludedFiles = [files[^1]],
            Rules =
            [
                .. written.Select((condition, i) => new RuleSyntax
                {
                    Span = condition.Span,
                    Id = new Name($"{Assumption} {i}", condition.Span),
                    Stage = stage,
                    Require = reader.Read(condition),
                }),
            ],
            IsOriginal = files[^1].IsOriginal,
        };
        var result = bag.HasErrors ? null : RuleSetChecker.Check([.. files, file], _vocabulary!, _parameters, bag);
        diagnostics = bag.ToSorted();
        conditions = result is null ? [] : [.. result.Rules.TakeLast(written.Count).Select(rule => rule.Require)];
        return result is not null;
    }

    // What there is to report of it was found the first time, unless it was changed since. What a file includes stands before it.
    private IReadOnlyList<RuleFileSyntax>? ReadAgain(DiagnosticBag found)
    {
        if (_read is not null)
        {
            return _read();
        }

        var files = new List<RuleFileSyntax>(_texts.Length);
        var bag = _isChanged ? found : new DiagnosticBag();
        foreach (var (text, includes) in _texts.Zip(_includes))
        {
            if (RuleFileReader.Read(text, _limits, bag) is not { } file)
            {
                return null;
            }

            files.Add(file with { IncludedFiles = [.. includes.Select(at => files[at])] });
        }

        return bag.HasErrors && _isChanged ? null : files;
    }

    private static RuleSetSource Of(IReadOnlyList<RuleFileSyntax> files, RuleSetOptions options, DiagnosticBag bag)
    {
        var vocabulary = files.Count == 0 ? null : options.Vocabulary ?? FindVocabulary(files, options, bag);
        var parameters = ImmutableDictionary.CreateBuilder<string, JsonValue>(StringComparer.Ordinal);
        foreach (var (name, value) in options.Parameters)
        {
            parameters.Add(name, Scenario.BuildFact(value, nameof(options)));
        }

        return new RuleSetSource(files, vocabulary, options.Limits, options.Work, parameters.ToImmutable(), bag.ToSorted());
    }

    // The file asked for says which vocabulary; if it says nothing, what it includes does; if nothing does, it is the built-in one.
    private static Vocabulary? FindVocabulary(IReadOnlyList<RuleFileSyntax> files, RuleSetOptions options, DiagnosticBag bag)
    {
        var file = files.LastOrDefault(f => f.Vocabulary is not null);
        if (file is null || file.Vocabulary!.Text == Vocabulary.BuiltIn)
        {
            // An included file that could not be read may say another.
            return file is null && files[^1].LacksIncluded ? null : Vocabulary.Negotiation;
        }

        return RuleFileLoader.Locate(options.Store, file, file.Vocabulary, options.Root, bag) is { } path
            ? ReadVocabulary(path, file.Vocabulary, options, bag)
            : null;
    }

    private static Vocabulary? ReadVocabulary(string path, Name name, RuleSetOptions options, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var vocabulary = Vocabulary.Read(path, path, name.Span, options.Limits, own, options.Store);
        var found = own.ToSorted();

        // What cannot be read at all is reported where it is named.
        if (vocabulary is null && !OwnFiles.Are(path) && found.Any(diagnostic => diagnostic.Span.Source != name.Span.Source))
        {
            new LoadingDiagnostics(bag).NotShown(name.Span, path, "vocabulary", ".vocabulary.json");
            return null;
        }

        foreach (var diagnostic in found)
        {
            bag.Add(diagnostic);
        }

        return vocabulary;
    }
}
