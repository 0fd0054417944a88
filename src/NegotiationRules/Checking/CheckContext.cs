using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What the parts of the checker share while one rule set is checked.</summary>
internal sealed class CheckContext
{
    /// <param name="vocabulary">The facts that may be talked about.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="texts">Parameters of which it was found that the values of their list are text, whatever they look like.</param>
    public CheckContext(Vocabulary vocabulary, CheckDiagnostics diagnostics, IReadOnlySet<string>? texts = null)
    {
        Vocabulary = vocabulary;
        Diagnostics = diagnostics;
        diagnostics.Parameter = name => Parameters.GetValueOrDefault(name)?.Value;
        Root = new ElementScope(vocabulary.Root, null, null);
        Paths = new PathResolver(diagnostics);
        ExpandedSize = new ExpandedSize(diagnostics);
        Conditions = new ConditionChecker(this);
        Readings = new Readings(this, texts ?? ImmutableHashSet<string>.Empty);
        Operands = new OperandChecker(this);
        Selections = new SelectionChecker(this);
        Comparisons = new ComparisonChecker(this);
        Rules = new RuleChecker(this);
    }

    public Vocabulary Vocabulary { get; }

    public CheckDiagnostics Diagnostics { get; }

    /// <summary>The scope of the scenario itself.</summary>
    public ElementScope Root { get; }

    public PathResolver Paths { get; }

    public ExpandedSize ExpandedSize { get; }

    public ConditionChecker Conditions { get; }

    public Readings Readings { get; }

    public OperandChecker Operands { get; }

    public SelectionChecker Selections { get; }

    public ComparisonChecker Comparisons { get; }

    public RuleChecker Rules { get; }

    public Dictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NamedConditionSyntax> NamedConditions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CitedDocument> Documents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Parties { get; } = new(StringComparer.Ordinal);

    public List<string> Stages { get; } = [];

    /// <summary>Whether any file says which parties there are.</summary>
    public bool PartiesAreGiven { get; set; }

    /// <summary>Whether the rules were written in the rule language, so that what is odd in them is worth a word.</summary>
    public bool IsOriginal { get; set; }

    /// <summary>Names of parameters and named conditions that something refers to.</summary>
    public HashSet<(string Kind, string Name)> Used { get; } = [];

    /// <summary>The parameter of that name, marked as used; <see langword="null"/>, with a diagnostic, if there is none.</summary>
    public Parameter? FindParameter(Name name)
    {
        if (Parameters.TryGetValue(name.Text, out var parameter))
        {
            Used.Add(("parameter", name.Text));

            // One whose value cannot be read is reported where it is written.
            return parameter.Value is JsonNull ? null : parameter;
        }

        Diagnostics.UnknownParameter(name, Parameters.Keys);
        MarkMeant("parameter", name, Parameters.Keys);
        return null;
    }

    /// <summary>Takes the name that was probably meant for used: one report for one mistake.</summary>
    public void MarkMeant(string kind, Name misspelt, IReadOnlyCollection<string> known)
    {
        if ((known.Count == 1 ? known.First() : Spelling.Nearest(misspelt.Text, known)) is { } meant)
        {
            Used.Add((kind, meant));
        }
    }
}
