using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>One line of an explanation, with the lines under it that say why.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ExplanationNode
{
    // Its words, or the headline that has them.
    private readonly object _words;

    internal ExplanationNode(string text, ExplanationMark mark, IReadOnlyList<ExplanationNode>? children = null)
        : this((object)text, mark, children ?? [])
    {
    }

    internal ExplanationNode(Headline headline, ExplanationMark mark, IReadOnlyList<ExplanationNode> children)
        : this((object)headline, mark, children)
    {
    }

    private ExplanationNode(object words, ExplanationMark mark, IReadOnlyList<ExplanationNode> children) =>
        (_words, Mark, Children) = (words, mark, children);

    /// <summary>What there is to say, as a sentence or part of one, without a full stop. It may hold any text of the scenario, so escape it
    /// where that matters.</summary>
    public string Text => Lead + Words;

    /// <summary>What the line stands for.</summary>
    public ExplanationMark Mark { get; }

    /// <summary>
    /// Whether the condition that the line tells of holds; <see langword="null"/> if that is open, or if the line tells of no condition.
    /// </summary>
    /// <remarks>What the line says is so in either case. That a condition holds may speak against a rule (<see cref="Mark"/>), as with a
    /// risk or under <c>not</c>.</remarks>
    public bool? Holds { get; internal init; }

    /// <summary>
    /// How much is missing, or is too much, in words that can stand alone: <c>2 more</c>, <c>63 days too late</c>; <see langword="null"/>
    /// if nothing can be measured.
    /// </summary>
    public string? Margin => First<MarginClaim>(Claims)?.Words;

    /// <summary>Why: the lines under this one, in reading order.</summary>
    public IReadOnlyList<ExplanationNode> Children { get; }

    /// <summary>The id of the rule, if the line is the verdict on one; otherwise <see langword="null"/>.</summary>
    public string? RuleId => Asides.RuleId;

    /// <summary>Whether the lines under this one are folded away in text, Markdown and diagrams: it tells of several rules that decide
    /// nothing, in one line.</summary>
    public bool IsFolded { get; internal init; }

    /// <summary>The facts that the line speaks of, by the paths with which <see cref="Scenario.With(string, object?)"/> changes
    /// them.</summary>
    public IReadOnlyList<string> Facts { get => field ?? []; internal init; }

    /// <summary>The language of <see cref="Text"/>, as the rule file names it, where that is not English or may not be: for reasons that
    /// rules give. <see langword="null"/> otherwise.</summary>
    /// <remarks>It is <c>""</c> for a reason in no particular language.</remarks>
    public string? Language { get => Asides.Language; internal init => Asides = Asides with { Language = value }; }

    /// <summary>Where the rule comes from or, for other lines, who stated the facts.</summary>
    public IReadOnlyList<Citation> Sources
    {
        get => Asides.Sources;
        internal init => Asides = value.Count == 0 ? Asides : Asides with { Sources = value };
    }

    /// <summary>What most lines do not have. It is set before what it holds is set by itself.</summary>
    internal Asides Asides { private get => field ?? Asides.None; init; }

    /// <summary>Whether the line tells what became of a rule or a stage, and not a fact.</summary>
    internal bool IsVerdict { get => field || Headline is not null; init; }

    /// <summary>If the line is the verdict on a rule with <c>forEach</c>: finds out what became of each element.</summary>
    internal Func<IReadOnlyList<ElementOutcome>>? Elements
    {
        get => Asides.Elements;
        init => Asides = value is null ? Asides : Asides with { Elements = value };
    }

    /// <summary>The lines under this one that are shown where folded ones are not.</summary>
    internal IReadOnlyList<ExplanationNode> Shown => IsFolded ? [] : Children;

    /// <summary>The same in fewer words for a summary; <see langword="null"/> if <see cref="Text"/> is short enough.</summary>
    internal string? Short { get => Asides.Short; init => Asides = value is null ? Asides : Asides with { Short = value }; }

    /// <summary>The end of <see cref="Text"/>, if it is what the author of a rule says, and its language;
    /// <see langword="null"/> if all of it is ours.</summary>
    internal FilledReason? Quoted
    {
        get => Asides.Quoted;
        init => Asides = value is null ? Asides : Asides with { Quoted = value };
    }

    /// <summary>The beginning of <see cref="Text"/>, where that is in two parts which nobody puts together before it is asked
    /// for.</summary>
    internal string? Lead { get => Asides.Lead; init => Asides = Asides with { Lead = value }; }

    /// <summary>What follows the lead.</summary>
    internal string Words => _words as string ?? _words.ToString()!;

    /// <summary>The parts of <see cref="Text"/>, if the line is a verdict; otherwise <see langword="null"/>.</summary>
    internal Headline? Headline => _words as Headline;

    /// <summary>What <see cref="Text"/> says, as data; empty for a line that says nothing of the facts.</summary>
    internal IReadOnlyList<Claim> Claims
    {
        get => field ?? [];
        init
        {
            field = value;
            Holds = First<TruthClaim>(value) is { Truth: not Truth.Unknown and var known } ? known == Truth.True : Holds;
        }
    }

    private static T? First<T>(IReadOnlyList<Claim> claims)
        where T : Claim
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i] is T claim)
            {
                return claim;
            }
        }

        return null;
    }

    /// <summary>The same with further lines under it.</summary>
    internal ExplanationNode With(IReadOnlyList<ExplanationNode> further) =>
        further.Count == 0
            ? this
            : new(_words, Mark, [.. Children, .. further])
            {
                Asides = Asides,
                Holds = Holds,
                IsVerdict = IsVerdict,
                Facts = Facts,
                Claims = Claims,
            };

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
