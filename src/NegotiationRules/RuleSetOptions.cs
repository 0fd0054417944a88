using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>How a rule set is read.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record RuleSetOptions
{
    /// <summary>What is done when nothing else is asked for.</summary>
    public static RuleSetOptions Default { get; } = new();

    /// <summary>The vocabulary to check the rules against, whatever the rule file names; <see langword="null"/> to use the one it names.
    /// The default is <see langword="null"/>.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>The folder that no included file and no vocabulary may lie outside of; <see langword="null"/> for the folder of the rule
    /// file, or for all of <see cref="Files"/>.</summary>
    /// <remarks>The default is <see langword="null"/>. Rules that are parsed from text can include files only if a root or
    /// <see cref="Files"/> are given; their paths are then relative to the root, or to the top of the files.</remarks>
    public string? Root { get; init; }

    /// <summary>Where the rule file and all that it names is read from, or a tests file and all that that names; <see langword="null"/> for
    /// the files of this machine.</summary>
    /// <remarks>The default is <see langword="null"/>. With it, the path of a rule set or of tests is one that these files know, and never
    /// a folder; no file of the disk is read.</remarks>
    public IRuleFiles? Files { get; init; }

    /// <summary>Other values for parameters, by name: numbers, texts, booleans or lists of these. A parameter always has a value, so
    /// <see langword="null"/> is refused. The default is none.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>How large each file may be. The default is <see cref="ReadingLimits.Default"/>.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>How much work may be put into one scenario. The default is <see cref="WorkLimits.Default"/>.</summary>
    public WorkLimits Work { get; init; } = WorkLimits.Default;

    /// <summary>Receives what is read; <see langword="null"/> if nobody asks.</summary>
    internal FilesRead? Read { get; init; }

    /// <summary>The files of this machine as an editor has them; <see langword="null"/> for as they are.</summary>
    internal OpenFiles? Open { get; init; }

    internal FileStore Store => Open ?? FileStore.Of(Files, Read);
}
