using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads a workflow file all the way: every workflow in it becomes a rule set.</summary>
internal sealed class WorkflowFileTranslator
{
    private readonly SourceText _source;
    private readonly WorkflowSettings _settings;
    private readonly FaultyRules _faulty;
    private readonly DiagnosticBag _bag;
    private readonly ParsedExpressions _expressions;
    private readonly UnreadInputs _unread;
    private InputSources? _sources;

    private WorkflowFileTranslator(SourceText source, WorkflowSettings settings, FaultyRules faulty, DiagnosticBag bag)
    {
        (_source, _settings, _faulty, _bag) = (source, settings, faulty, bag);
        _unread = new UnreadInputs(settings.Names);
        _expressions = new ParsedExpressions(settings.Translation.IsCaseSensitive, settings.Helpers, bag);
    }

    /// <summary>The workflows, or <see langword="null"/> if there are errors. All that is wrong, in whatever stage, is found in one
    /// run.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public static IReadOnlyList<ReadWorkflow>? Translate(SourceText source, WorkflowSettings settings, DiagnosticBag bag)
    {
        if (settings.LeavesFaultyRulesOpen)
        {
            return TranslateWhatIsSound(source, settings, bag);
        }

        var workflows = new WorkflowFileTranslator(source, settings, FaultyRules.None, bag).Translate();
        return bag.HasErrors ? null : workflows;
    }

    // Rules with errors are left open, which may bring to light that others have some; workflows with errors outside of rules are left out
    // whole.
    private static List<ReadWorkflow>? TranslateWhatIsSound(SourceText source, WorkflowSettings settings, DiagnosticBag bag)
    {
        for (var faulty = FaultyRules.None; ;)
        {
            var own = new DiagnosticBag();
            var workflows = new WorkflowFileTranslator(source, settings, faulty, own).Translate();
            bag.AddAll(own);
            var more = workflows is null
                ? faulty
                : faulty.With(own, WorkflowFileReader.Read(source, settings.Limits, settings.Names, new DiagnosticBag())!);
            if (more == faulty)
            {
                return workflows?.Where(w => !faulty.LeavesFaultsIn(w.Syntax, own)).ToList();
            }

            faulty = more;
        }
    }

    private List<ReadWorkflow>? Translate()
    {
        if (ReadSyntax() is not { } workflows)
        {
            return null;
        }

        var all = RulesOf(workflows);
        _sources = SourcesFor(all);
        var ready = new List<ReadWorkflow>();
        for (var i = 0; i < workflows.Count; i++)
        {
            var (workflow, rules) = all[i];
            var concerned = workflows.Where(w => w == workflow || rules.Any(r => FaultyRules.Holds(w.Span, r.Span))).ToList();
            if (Translate(workflow, rules, concerned, i) is { } read)
            {
                ready.Add(read);
            }
        }

        if (!_bag.HasErrors && _faulty == FaultyRules.None)
        {
            _unread.Report(_bag);
        }

        return ready;
    }

    private ReadWorkflow? Translate(
        WorkflowSyntax workflow, IReadOnlyList<WorkflowRuleSyntax> rules,
        IReadOnlyCollection<WorkflowSyntax> concerned, int number
    )
    {
        var own = new DiagnosticBag();
        var (inputs, translation, vocabulary) = Translate(workflow, rules, own);
        _unread.Add(inputs, translation.UsedFacts);
        RuleSet? ruleSet = null;
        IEnumerable<RuleWork<CheckedFormula>> work = [];
        if (vocabulary is not null)
        {
            var formulas = new FormulaChecker(vocabulary, translation.Conditions, own);
            work = [.. translation.Rules.Select(r => r.With(formulas.Check))];

            // An expression that cannot be read was reported already, and its rule is none: that is no rule lost in silence.
            foreach (var error in _faulty.FaultsLeftIn(concerned, _bag).Concat(_expressions.FaultsOfHelpers))
            {
                own.Add(error);
            }

            var (text, settings, faulty) = (_source, _settings, _faulty);
            RuleSetSource
                .FromSyntax([translation.File], vocabulary, own, () => ReadAgain(text, settings, faulty, number))
                .TryCheck(out ruleSet, out var diagnostics);
            foreach (var diagnostic in diagnostics)
            {
                _bag.Add(diagnostic);
            }
        }

        _bag.AddAll(own);
        return ruleSet is null
            ? null
            : new ReadWorkflow(workflow, ruleSet, translation.File, _faulty.Among(work), inputs, _settings.Translation);
    }

    // All that there is to report was reported the first time.
    private static IReadOnlyList<RuleFileSyntax> ReadAgain(SourceText source, WorkflowSettings settings, FaultyRules faulty, int number)
    {
        var translator = new WorkflowFileTranslator(source, settings, faulty, new DiagnosticBag());
        var all = translator.RulesOf(translator.ReadSyntax()!);
        translator._sources = translator.SourcesFor(all);
        return [translator.Translate(all[number].Syntax, all[number].Rules, new DiagnosticBag()).Translation.File];
    }

    private IReadOnlyList<WorkflowSyntax>? ReadSyntax() => WorkflowFileReader.Read(_source, _settings.Limits, _settings.Names, _bag);

    // Of two workflows of one name, which is reported, the first is meant.
    private IReadOnlyList<(WorkflowSyntax Syntax, IReadOnlyList<WorkflowRuleSyntax> Rules)> RulesOf(IReadOnlyList<WorkflowSyntax> workflows)
    {
        var references = new WorkflowReferences(
            workflows.DistinctBy(w => w.Name.Text).ToDictionary(w => w.Name.Text),
            new WorkflowDiagnostics(_bag)
        );
        return [.. workflows.Select(workflow => (workflow, references.RulesOf(workflow)))];
    }

    // Nothing is inferred where types are given.
    private InputSources? SourcesFor(IReadOnlyList<(WorkflowSyntax Syntax, IReadOnlyList<WorkflowRuleSyntax> Rules)> all) =>
        _settings is { Inputs: null, Vocabulary: null }
            ? new InputSources(all.Select(w => (w.Syntax, SoundAmong(w.Rules))), _expressions, _settings)
            : null;

    private IReadOnlyList<WorkflowRuleSyntax> SoundAmong(IReadOnlyList<WorkflowRuleSyntax> rules) =>
        [.. rules.Where(r => !_faulty.Contains(r))];

    private (RecordInput Inputs, WorkflowTranslation Translation, Vocabulary? Vocabulary) Translate(
        WorkflowSyntax workflow, IReadOnlyList<WorkflowRuleSyntax> all, DiagnosticBag bag)
    {
        var options = _settings.Translation;
        var inputs = _settings.Inputs
            ?? (_settings.Vocabulary is { } given ? new VocabularyRecord(given) : null)
            ?? (RecordInput)InputInference.Infer(_sources!.Of(workflow), bag);
        options = options with
        {
            TextEnums = (inputs as InferredRecord)?.Types,
            MayNameEnums = inputs is VocabularyRecord,
            KeysAreMembers = _settings.Inputs is null,
        };
        var translation = WorkflowTranslator.Translate(_source, workflow, all, inputs, _expressions, options, _faulty.WhyOpen, bag);
        return (inputs, translation, VocabularyFor(workflow, inputs, translation, bag));
    }

    private Vocabulary? VocabularyFor(WorkflowSyntax workflow, RecordInput inputs, WorkflowTranslation translation, DiagnosticBag bag)
    {
        var clock = _settings.Translation.Clock;
        if (_settings.Vocabulary is { } given)
        {
            return translation.ClockAt is { } asked && !InputVocabulary.HasClock(given, clock, asked, bag) ? null
                : translation.DecidedElsewhere is { } open ? InputVocabulary.With(given, open, bag)
                : given;
        }

        var options = new InputVocabularyOptions(
            $"<inputs of {FieldText.Shorten(workflow.Name.Text)}>", translation.NeedsClock ? clock : null,
            translation.ClockAt ?? default
        )
        {
            More = translation.DecidedElsewhere,
        };
        return InputVocabulary.Of(inputs, translation.UsedFacts, options, bag);
    }
}
