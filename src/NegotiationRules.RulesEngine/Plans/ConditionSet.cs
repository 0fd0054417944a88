using System.Diagnostics.CodeAnalysis;
using NegotiationRules.RulesEngine.Inputs;
using NegotiationRules.RulesEngine.Translating;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>Puts the conditions of all rules of a workflow into one rule set, each as a rule of its own.</summary>
internal sealed class ConditionSet(InputFacts facts, PropertyReading properties)
{
    private const string Stage = "workflow";
    private const int DecimalPlaces = 4;

    private IReadOnlySet<string> _reckoned = new HashSet<string>();

    /// <summary>Whether a condition depends on the language of the machine.</summary>
    public bool HasLanguage { get; private set; }

    /// <summary>Checks the conditions of all drafts that are not handed over, and settles their places; a draft whose conditions are
    /// refused is handed over from here on.</summary>
    /// <returns>The rule set; <see langword="null"/> if nothing is left.</returns>
    public RuleSet? Check(IReadOnlyList<RuleDraft> drafts)
    {
        var left = drafts.Where(draft => !draft.IsHandedOver).ToList();
        if (left.Count == 0)
        {
            return null;
        }

        if (Check(left, out _) is not { } all)
        {
            // One by one, to find those that are refused.
            foreach (var draft in left)
            {
                if (Check([draft], out var bag) is null)
                {
                    ExpressionReader.AddAll(bag, draft.Reasons);
                    draft.Reasons.Add("its conditions are refused");
                }
            }

            left.RemoveAll(draft => draft.IsHandedOver);
            all = left.Count == 0 ? null : Check(left, out _);
        }

        if (all is null)
        {
            left.ForEach(draft => draft.Reasons.Add("its conditions are refused"));
            return null;
        }

        var start = 0;
        foreach (var draft in left)
        {
            var hasFault = draft.FaultCondition is not null;
            draft.Place(start, hasFault ? start + draft.Conditions.Count : -1);
            start += draft.Conditions.Count + (hasFault ? 1 : 0);
        }

        return all;
    }

    /// <summary>What reads the facts of such a rule set.</summary>
    public InputReader Reader(RuleSet conditions) => InputReader.Of(conditions.Vocabulary.Root, facts.Slots, _reckoned, properties);

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever keeps conditions from being checked, RulesEngine can still evaluate the rules."
    )]
    private RuleSet? Check(IReadOnlyList<RuleDraft> drafts, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        try
        {
            return Check(drafts, bag);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private RuleSet? Check(IReadOnlyList<RuleDraft> drafts, DiagnosticBag bag)
    {
        var conditions = drafts.SelectMany(Conditions).ToList();
        var used = new UsedPaths(facts.Inputs);
        conditions.ForEach(used.Add);
        (_reckoned, HasLanguage) = (used.Reckoned, used.HasLanguage);
        if (Vocabulary(used.Paths, bag) is not { } vocabulary)
        {
            return null;
        }

        var file = new RuleFileSyntax
        {
            Source = new SourceText("<workflow>", string.Empty),
            Span = default,
            Name = new Name(Stage, default),
            Stages = [new StageSyntax(new Name(Stage, default))],
            Rules =
            [
                .. conditions.Select(
                    (condition, i) =>
                        new RuleSyntax
                        {
                            Span = default,
                            Id = new Name($"c{i}", default),
                            Require = condition,
                        }
                ),
            ],
        };
        RuleSetSource.FromSyntax([file], vocabulary, new DiagnosticBag(), () => [file]).TryCheck(out var rules, out var diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            bag.Add(diagnostic);
        }

        return rules;
    }

    // Only the inputs that are read: others may be of types that are no facts.
    private Vocabulary? Vocabulary(IReadOnlyCollection<string> used, DiagnosticBag bag)
    {
        var names = used.Select(path => path.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var inputs = new NamedInputs([.. facts.Inputs.Inputs.Where(input => names.Contains(input.Fact))]);
        return InputVocabulary.Of(inputs, used, new InputVocabularyOptions(DecimalPlaces: DecimalPlaces), bag);
    }

    private static IEnumerable<ConditionSyntax> Conditions(RuleDraft draft) =>
        draft.FaultCondition is { } fault ? draft.Conditions.Append(fault) : draft.Conditions;
}
