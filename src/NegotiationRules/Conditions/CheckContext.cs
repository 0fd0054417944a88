using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>What the parts of the checker share while one rule set is checked.</summary>
internal sealed class CheckContext
{
    // A condition that names others which name others may unfold without end; no evaluator should have to walk that.
    private const int MostConditions = 2_000_000;
    private int _count;
    private bool _overflowReported;

    public CheckContext(Vocabulary vocabulary, CheckDiagnostics diagnostics)
    {
        Vocabulary = vocabulary;
        Diagnostics = diagnostics;
        Root = new ElementScope(vocabulary.Root, null, null);
        Paths = new PathResolver(diagnostics);
        Conditions = new ConditionChecker(this);
        Operands = new OperandChecker(this);
        Comparisons = new ComparisonChecker(this);
        Rules = new RuleChecker(this);
    }

    public Vocabulary Vocabulary { get; }

    public CheckDiagnostics Diagnostics { get; }

    /// <summary>The scope of the scenario itself.</summary>
    public ElementScope Root { get; }

    public PathResolver Paths { get; }

    public ConditionChecker Conditions { get; }

    public OperandChecker Operands { get; }

    public ComparisonChecker Comparisons { get; }

    public RuleChecker Rules { get; }

    public Dictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NamedConditionSyntax> NamedConditions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CitedDocument> Documents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Parties { get; } = new(StringComparer.Ordinal);

    public List<string> Stages { get; } = [];

    /// <summary>Whether any file says which parties there are.</summary>
    public bool PartiesAreGiven { get; set; }

    /// <summary>Names of parameters and named conditions that something refers to.</summary>
    public HashSet<(string Kind, string Name)> Used { get; } = [];

    /// <summary>Counts one condition more; false, reported once, if there are too many.</summary>
    public bool CountCondition(ConditionSyntax condition)
    {
        if (++_count <= MostConditions)
        {
            return true;
        }

        if (!_overflowReported)
        {
            _overflowReported = true;
            Diagnostics.TooManyConditions(condition.Span, MostConditions);
        }

        return false;
    }

    /// <summary>The parameter of that name, marked as used; <see langword="null"/>, with a diagnostic, if there is none.</summary>
    public Parameter? FindParameter(Name name)
    {
        if (Parameters.TryGetValue(name.Text, out var parameter))
        {
            Used.Add(("parameter", name.Text));
            return parameter;
        }

        Diagnostics.UnknownParameter(name, Parameters.Keys);
        return null;
    }
}
