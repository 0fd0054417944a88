using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The preconditions of a negotiation: rules read from a file, checked against a vocabulary, and ready to be evaluated.</summary>
/// <remarks>
/// <para>Read it once and keep it: it is immutable, and any number of threads may evaluate with it at the same time.</para>
/// <para>The package's README links to the page of the rule language, and to that of every diagnostic.</para>
/// </remarks>
public sealed class RuleSet
{
    private const string NoText = "A string is no scenario: write Evaluate(Scenario.Load(path)) for a file, or "
        + "Evaluate(Scenario.Parse(json)) for JSON.";

    private readonly RuleSetSource _source;
    private readonly Lazy<Program> _program;
    private readonly Lazy<LaneProgram> _lanes;
    private readonly Lazy<Dictionary<string, int>> _places;

    internal RuleSet(RuleSetSource source, CheckedRuleSet rules, ImmutableArray<Diagnostic> warnings)
    {
        _source = source;
        _program = new Lazy<Program>(() => ProgramCompiler.Compile(rules));
        _lanes = new Lazy<LaneProgram>(() => LaneCompiler.Compile(Program, rules));
        _places = new Lazy<Dictionary<string, int>>(() => rules.Rules.ToDictionary(r => r.Id, r => r.Index, StringComparer.Ordinal));
        Checked = rules;
        Stages = rules.Stages;
        Rules = rules.Rules;
        Warnings = warnings;
        Languages =
        [
            .. rules
                .Rules.Where(rule => !rule.Because.IsEmpty)
                .SelectMany(rule => rule.Because)
                .Select(reason => reason.Language)
                .Where(language => language.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        Parameters =
        [
            .. rules.Parameters.Select(p => new RuleParameter(p.Name, JsonPrinter.Print(p.Value, indented: false), p.Description)
            {
                Type = p.Type is { } type ? ParameterTypes.WordOf(type) : null,
                Of = p.Of,
            }),
        ];
    }

    /// <summary>The name that the rule file gives it.</summary>
    public string Name => Checked.Name;

    /// <summary>The version that the rule file gives it, or <see langword="null"/>.</summary>
    public string? Version => Checked.Version;

    /// <summary>What the rule file says it is about, or <see langword="null"/>.</summary>
    public string? Description => Checked.Description;

    /// <summary>The facts that the rules may talk about.</summary>
    public Vocabulary Vocabulary => Checked.Vocabulary;

    /// <summary>The stages, in the order of the file; those of included files come first.</summary>
    public IReadOnlyList<string> Stages { get; }

    /// <summary>The rules, in the order of the file; those of included files come first.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The parameters with the values in force, in the order of the file.</summary>
    public IReadOnlyList<RuleParameter> Parameters { get; }

    /// <summary>What was found when the files were read that does not keep the rules from being used, sorted by file and
    /// position.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    internal CheckedRuleSet Checked { get; }

    /// <inheritdoc cref="RuleSetSource.Text"/>
    internal SourceText? Text => _source.Text;

    /// <inheritdoc cref="RuleSetSource.Texts"/>
    internal ImmutableArray<SourceText> Texts => _source.Texts;

    /// <summary>Compiled when it is first asked for.</summary>
    internal Program Program => _program.Value;

    /// <summary>The same for one scenario at a time.</summary>
    internal LaneProgram Lanes => _lanes.Value;

    /// <summary>A rule with a condition that has no step and is evaluated by the tree walk alone; <see langword="null"/> if there is
    /// none.</summary>
    internal Rule? FirstRuleThatWalks => Program.ThatWalk is [var rule, ..] ? Rules[rule] : null;

    /// <summary>The place of a rule, as it is asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    internal int RuleAt(int rule) =>
        (uint)rule < (uint)Checked.Rules.Length ? rule : throw NoPlace(rule, nameof(rule), Checked.Rules.Length, "rules");

    /// <summary>The place of a stage, as it is asked for.</summary>
    /// <inheritdoc cref="RuleAt(int)" path="/exception"/>
    internal int StageAt(int stage) =>
        (uint)stage < (uint)Checked.Stages.Length ? stage : throw NoPlace(stage, nameof(stage), Checked.Stages.Length, "stages");

    /// <summary>The place of a rule, as it is asked for by its id.</summary>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    internal int RuleAt(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _places.Value.TryGetValue(id, out var place) ? place
            : throw new KeyNotFoundException($"There is no rule '{id}' in this rule set{Spelling.Instead(id, _places.Value.Keys)}");
    }

    /// <summary>The place of a rule of this set, or of the same set with other parameters.</summary>
    /// <exception cref="ArgumentException">It is a rule of another set.</exception>
    internal int RuleAt(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Index < Checked.Rules.Length && Checked.Rules[rule.Index].Id == rule.Id ? rule.Index
            : throw new ArgumentException($"The rule '{rule.Id}' is not one of this rule set.", nameof(rule));
    }

    /// <summary>The place of a stage, as it is asked for by its name.</summary>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    internal int StageAt(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Checked.Stages.IndexOf(name) is >= 0 and var place ? place
            : throw new KeyNotFoundException($"There is no stage '{name}' in this rule set{Spelling.Instead(name, Checked.Stages)}");
    }

    internal FactTable NewTable() => new(Program.Layout, Program.Texts);

    internal ScenarioIntake NewIntake() => new(Vocabulary, Program.Layout, isAllLaidOut: FirstRuleThatWalks is null);

    /// <summary>Reads and checks a rule file with all it includes.</summary>
    /// <param name="path">A <c>.rules.json</c> file, or a folder that holds one: the one named like the folder, or the only one.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">A file cannot be read or has errors; the exception holds all of them.</exception>
    public static RuleSet Load(string path, RuleSetOptions? options = null) =>
        TryLoad(path, options, out var rules, out var diagnostics) ? rules : throw new RuleFileException(diagnostics);

    /// <summary>Reads and checks the text of a rule file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">The text has errors; the exception holds all of them.</exception>
    public static RuleSet Parse(string json, RuleSetOptions? options = null) =>
        TryParse(json, options, out var rules, out var diagnostics) ? rules : throw new RuleFileException(diagnostics);

    /// <summary>Reads and checks a rule file with all it includes, without an exception for what is wrong in it.</summary>
    /// <param name="path">A <c>.rules.json</c> file, or a folder that holds one.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>.</param>
    /// <param name="rules">The rule set, unless there are errors.</param>
    /// <param name="diagnostics">All that was found, errors and warnings, sorted by file and position.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryLoad(
        string path,
        RuleSetOptions? options,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return RuleSetSource.FromFile(path, options ?? RuleSetOptions.Default).TryCheck(out rules, out diagnostics);
    }

    /// <summary>Reads and checks the text of a rule file, without an exception for what is wrong in it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>.</param>
    /// <param name="rules">The rule set, unless there are errors.</param>
    /// <param name="diagnostics">All that was found, errors and warnings, sorted by file and position.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryParse(
        string json,
        RuleSetOptions? options,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(json);
        return RuleSetSource.FromText(json, options ?? RuleSetOptions.Default).TryCheck(out rules, out diagnostics);
    }

    /// <summary>The rule of that id; its <see cref="Rule.Index"/> is the place by which evaluators, batches and sessions know it.</summary>
    /// <param name="id">The rule's id.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public Rule Rule(string id) => Checked.Rules[RuleAt(id)];

    /// <summary>The same rules with another value for a parameter, checked anew.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="value">A number, text, boolean, date, duration, or a list of these.</param>
    /// <exception cref="RuleFileException">There is no such parameter, or the value does not fit where it is used.</exception>
    public RuleSet With(string parameter, object value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return With(new Dictionary<string, object?> { [parameter] = value });
    }

    /// <summary>The same rules with other values for several parameters, which are checked anew together: one alone may not fit the old
    /// value of another.</summary>
    /// <param name="parameters">The values by name, each as for <see cref="With(string, object)"/>. Parameters that are not named keep
    /// theirs.</param>
    /// <exception cref="RuleFileException">There is no such parameter, or a value does not fit where it is used.</exception>
    public RuleSet With(IReadOnlyDictionary<string, object?> parameters) =>
        TryWith(parameters, out var rules, out var diagnostics) ? rules : throw new RuleFileException(diagnostics);

    /// <summary>The same without an exception for what is wrong.</summary>
    internal bool TryWith(
        IReadOnlyDictionary<string, object?> parameters,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return _source.With(parameters).TryCheck(out rules, out diagnostics);
    }

    /// <summary>The same with other text in one place of <see cref="Text"/>; <see langword="null"/> if these are no rules then.</summary>
    internal RuleSet? With(TextEdit edit) => _source.With(edit).TryCheck(out var rules, out _) ? rules : null;

    /// <summary>The same rules, checked against another vocabulary, so that rules of several sets can be asked about the same
    /// facts.</summary>
    internal bool TryWith(Vocabulary vocabulary, [NotNullWhen(true)] out RuleSet? rules, out IReadOnlyList<Diagnostic> diagnostics)
    {
        if (vocabulary == Vocabulary)
        {
            (rules, diagnostics) = (this, []);
            return true;
        }

        return _source.With(vocabulary).TryCheck(out rules, out diagnostics);
    }

    /// <summary>Reads conditions over the facts of the rules, which may refer to what these declare.</summary>
    internal bool TryCheckConditions(
        IReadOnlyList<JsonValue> written, out ImmutableArray<Condition> conditions, out IReadOnlyList<Diagnostic> diagnostics) =>
        _source.TryCheckConditions(written, out conditions, out diagnostics);

    /// <summary>Evaluates every rule on a scenario.</summary>
    /// <param name="scenario">The facts. What it does not say is unknown.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type, or a value grows beyond what can be
    /// represented.</exception>
    public Verdict Evaluate(Scenario scenario) =>
        TryEvaluate(scenario, out var verdict, out var diagnostics) ? verdict : throw new ScenarioException(diagnostics);

    /// <summary>Evaluates every rule on an object, its properties taken as facts by their names.</summary>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, PropertyNaming)"/>.</param>
    /// <param name="naming">How properties without a name of their own are named; <see cref="PropertyNaming.CamelCase"/> if left
    /// out.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type, or a value grows beyond what can
    /// be represented.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public Verdict Evaluate<T>(T facts, PropertyNaming naming = PropertyNaming.CamelCase)
        where T : notnull => Evaluate(facts, ObjectOptions.Of(naming));

    /// <summary>Evaluates every rule on an object, its properties taken as facts as the options say.</summary>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, Vocabulary, ObjectOptions)"/>.</param>
    /// <param name="options">How properties are taken.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type, or a value grows beyond what can
    /// be represented.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public Verdict Evaluate<T>(T facts, ObjectOptions options)
        where T : notnull => Evaluate(Scenario.From(facts, Vocabulary, options));

    /// <summary>Not to be called: a text could be a path or JSON.</summary>
    /// <param name="scenario">A text.</param>
    /// <exception cref="ArgumentException">Always; the message says what to call.</exception>
    [Obsolete(NoText, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Verdict Evaluate(string scenario) => throw new ArgumentException(NoText, nameof(scenario));

    /// <summary>Evaluates every rule on a scenario, without an exception for what is wrong in it.</summary>
    /// <param name="scenario">The facts. What it does not say is unknown.</param>
    /// <param name="verdict">The verdict, unless the scenario has errors.</param>
    /// <param name="diagnostics">All that is wrong with the scenario, sorted by position.</param>
    /// <returns>Whether there are no errors.</returns>
    public bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(Vocabulary, bag);
        var evaluated = bag.HasErrors ? null : EvaluatedScenario.Evaluate(Checked, facts, bag);
        verdict = evaluated is null ? null : new Verdict(evaluated with { ScenarioName = scenario.Name });
        diagnostics = bag.ToSorted();
        return verdict is not null;
    }

    /// <summary>Makes a scenario ready for these rules, to be evaluated again and again by a <see cref="ScenarioEvaluator"/>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type.</exception>
    public PreparedScenario Prepare(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(Vocabulary, bag);
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : new PreparedScenario(this, scenario, facts);
    }

    /// <summary>The languages in which rules give reasons, as the rule files name them, each once, in the order of the rules; without those
    /// in no particular language.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The one of <see cref="Languages"/> that fits a language: the same, whatever the case of its letters, else the one without
    /// its region (<c>de</c> for <c>de-AT</c>), else one for another region.</summary>
    /// <param name="language">The language that is asked for, as a tag: <c>de</c>, <c>pt-BR</c>.</param>
    /// <returns>The language as the rule files name it; <see langword="null"/> if no rule gives a reason in it.</returns>
    public string? FindLanguage(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Explanation.Outlines.Languages.Find(Languages, language);
    }

    /// <summary>The whole rule set in plain words, for people who do not read JSON.</summary>
    /// <returns>Markdown: what each rule requires, by stage, then parameters, named conditions, documents and the facts that are
    /// read.</returns>
    public string Describe() => RuleSetDescriber.Describe(Checked);

    /// <summary>The steps by which <see cref="ScenarioBatch"/>, <see cref="ScenarioEvaluator"/> and <see cref="Session"/> work out the
    /// rules, for people who want to see what a rule costs.</summary>
    /// <returns>The facts that are read, level by level; the numbered steps; and for each rule the step that decides it. The form may
    /// change from version to version.</returns>
    public string DescribeProgram() => ProgramPrinter.Print(Program, Rules);

    /// <summary>The name, the version if there is one, and the number of rules.</summary>
    public override string ToString() => $"{Name}{(Version is null ? string.Empty : $" {Version}")} ({Rules.Count} rules)";

    private static ArgumentOutOfRangeException NoPlace(int place, string parameter, int count, string what) =>
        new(parameter, place, $"There are {count} {what}, counted from 0.");
}
