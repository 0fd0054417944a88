using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What the files of a rule set make known, and which of it is used.</summary>
internal sealed class Declarations(Vocabulary vocabulary, CheckDiagnostics diagnostics)
{
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>The scope of the scenario itself.</summary>
    public ElementScope Root { get; } = new(vocabulary.Root, null, null);

    public Dictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NamedConditionSyntax> NamedConditions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NamedQuantitySyntax> Quantities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CitedDocument> Documents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Parties { get; } = new(StringComparer.Ordinal);

    public List<string> Stages { get; } = [];

    /// <summary>What stages ask to apply, of those that do not always.</summary>
    public Dictionary<string, StageSyntax> StageConditions { get; } = new(StringComparer.Ordinal);

    /// <summary>The stage of a rule that exists; the only one, if the rule names none.</summary>
    public string? StageOf(RuleSyntax rule) =>
        rule.Stage is null ? Stages.Count == 1 ? Stages[0] : null : Stages.Contains(rule.Stage.Text) ? rule.Stage.Text : null;

    /// <summary>Whether any file says which parties there are.</summary>
    public bool PartiesAreGiven { get; set; }

    /// <summary>Whether the rules were written in the rule language, so that what is odd in them is worth a word.</summary>
    public bool IsOriginal { get; init; }

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

        diagnostics.UnknownParameter(name, Parameters.Keys, Quantities.ContainsKey(name.Text));
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
