namespace NegotiationRules;

/// <summary>Whether rules make sense, whatever the facts are.</summary>
/// <remarks>
/// <para>What is found is proved for all scenarios that were asked about, with lists of any length unless a finding says otherwise
/// (<see cref="SoundnessFinding.UpTo"/>). What could neither be shown nor be proved is listed too
/// (<see cref="Gaps"/>).</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetAnalysis.Analyze(RuleSet, AnalysisOptions)"/>.</para>
/// </remarks>
public sealed class Soundness
{
    internal Soundness(RuleSet rules, IReadOnlyList<SoundnessFinding> findings, IReadOnlyList<SoundnessGap> gaps) =>
        (Rules, Findings, Gaps) = (rules, findings, gaps);

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>What is wrong, by file and place; empty if nothing is.</summary>
    public IReadOnlyList<SoundnessFinding> Findings { get; }

    /// <summary>What was not decided, by stages and rules; empty if everything was.</summary>
    public IReadOnlyList<SoundnessGap> Gaps { get; }

    /// <summary>Whether nothing is wrong; <see langword="null"/> if nothing was found, but not everything was decided.</summary>
    public bool? IsSound => Findings.Count > 0 ? false : Gaps.Count > 0 ? null : true;

    /// <summary>All findings and gaps, a line each; "nothing is wrong" if there are none.</summary>
    public override string ToString() => IsSound == true ? "nothing is wrong" : string.Join('\n', [.. Findings, .. Gaps]);
}

/// <summary>Something that is wrong with rules whatever the facts are.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SoundnessFinding
{
    internal SoundnessFinding(
        Diagnostic diagnostic, string stage, Rule? rule, IReadOnlyList<Rule> core, Scenario? witness,
        IReadOnlyDictionary<string, int> upTo) =>
        (Diagnostic, Stage, Rule, Core, Witness, UpTo) = (diagnostic, stage, rule, core, witness, upTo);

    /// <summary>What it is, where, and what to do about it: a warning with a code <c>NR50xx</c>.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The stage.</summary>
    public string Stage { get; }

    /// <summary>The rule; <see langword="null"/> if it is about the stage as a whole.</summary>
    public Rule? Rule { get; }

    /// <summary>The other rules that make it so: without any one of them it would not be. Empty if none has a part in it.</summary>
    public IReadOnlyList<Rule> Core { get; }

    /// <summary>The smallest scenario that shows it; <see langword="null"/> where none can, as it is about all of them.</summary>
    public Scenario? Witness { get; }

    /// <summary>The lists of which it is proved only for so many elements, by their paths; of all others it holds for any
    /// number.</summary>
    public IReadOnlyDictionary<string, int> UpTo { get; }

    /// <summary>The report, as <see cref="Diagnostic.ToString()"/> tells it.</summary>
    public override string ToString() => Diagnostic.ToString();
}

/// <summary>Something about rules that was not decided.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SoundnessGap
{
    internal SoundnessGap(string code, string stage, Rule? rule, string question, NotDecided why) =>
        (Code, Stage, Rule, Question, Why) = (code, stage, rule, question, why);

    /// <summary>The code of the finding that it might be, such as <c>NR5001</c>.</summary>
    public string Code { get; }

    /// <summary>The stage.</summary>
    public string Stage { get; }

    /// <summary>The rule; <see langword="null"/> if it is about the stage as a whole.</summary>
    public Rule? Rule { get; }

    /// <summary>What was asked, as a part of a sentence: "whether `a` and `b` contradict each other".</summary>
    public string Question { get; }

    /// <summary>Why it has no answer.</summary>
    public NotDecided Why { get; }

    /// <summary>The question, and why it has no answer.</summary>
    public override string ToString() => $"{Question}: {Why}";
}
