using NegotiationRules.Extensions.Settings;

namespace NegotiationRules;

/// <summary>How an application keeps a rule set: named options, the name being that of the rule set.</summary>
/// <remarks>In configuration a rule set is either its path, or a section with <see cref="Path"/>, <see cref="Root"/>,
/// <see cref="Parameters"/>, <see cref="FaultStopsStart"/>, <see cref="Reload"/>, <see cref="Poll"/>, <see cref="PollInterval"/>,
/// <see cref="Quiet"/>, <see cref="FetchTimeout"/> and <see cref="TraceFacts"/>; the rest is for code to say.</remarks>
public sealed class HostedRuleSetOptions
{
    /// <summary>The rule file, or the folder that holds it, as for <see cref="RuleSet.Load"/>. A relative path is one in the content root
    /// of the host, or without a host in the current folder; with <see cref="Files"/> or <see cref="AsyncFiles"/>, it is one of
    /// theirs.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>Where files are read from; <see langword="null"/>, the default, for those of this machine.</summary>
    public IRuleFiles? Files { get; set; }

    /// <summary>Where files are fetched from, in the place of <see cref="Files"/>; <see langword="null"/>, the default, if they need not
    /// be.</summary>
    public IAsyncRuleFiles? AsyncFiles { get; set; }

    /// <summary>How long fetching all files from <see cref="AsyncFiles"/> may take; then they could not be fetched. The default is half a
    /// minute.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The folder that no included file and no vocabulary may lie outside of, relative like <see cref="Path"/>;
    /// <see langword="null"/>, the default, for the folder of the rule file, or for all of <see cref="Files"/>.</summary>
    public string? Root { get; set; }

    /// <summary>The vocabulary to check the rules against; <see langword="null"/>, the default, for the one that the file names.</summary>
    public Vocabulary? Vocabulary { get; set; }

    /// <summary>Other values for parameters, by name, as for <see cref="RuleSetOptions.Parameters"/>. None by default. In configuration
    /// they are text; a text becomes a number or a truth value where the parameter is one.</summary>
    public IDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>How large each file may be. The default is <see cref="ReadingLimits.Default"/>.</summary>
    public ReadingLimits Limits { get; set; } = ReadingLimits.Default;

    /// <summary>How much work may be put into one scenario. The default is <see cref="WorkLimits.Default"/>.</summary>
    public WorkLimits Work { get; set; } = WorkLimits.Default;

    /// <summary>Whether a host does not start if the rule set cannot be used, and reports why; if not, that is logged, and the rule set is
    /// there as soon as its files are mended. The default is <see langword="true"/>. Options that make no sense always stop the
    /// start.</summary>
    public bool FaultStopsStart { get; set; } = true;

    /// <summary>Whether the rule set is read again when what is in its files, or in its section of the configuration, changes. The default
    /// is <see langword="true"/>.</summary>
    public bool Reload { get; set; } = true;

    /// <summary>Whether files are looked at again and again, for where the system does not tell of changes (shares on a network, some
    /// containers); <see langword="null"/>, the default, for what the environment variable <c>DOTNET_USE_POLLING_FILE_WATCHER</c> says of
    /// files of this machine.</summary>
    public bool? Poll { get; set; }

    /// <summary>How often files are looked at where they are polled. The default is two seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long nothing may happen to the files before they are read again, so that several that are saved together are read
    /// together; eight times that at most. The default is a fifth of a second.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether traces tell the facts of each scenario, what is wrong with them, and which would settle what is undetermined. The
    /// default is <see langword="false"/>: facts may be confidential. Metrics and logs never hold facts.</summary>
    public bool TraceFacts { get; set; }

    /// <summary>Whether the files are those of this machine.</summary>
    internal bool IsOfThisMachine => Files is null && AsyncFiles is null;

    /// <summary>Parameters as configuration has them.</summary>
    internal List<ConfiguredParameter> Configured { get; } = [];

    /// <summary>What is wrong with the section of the configuration.</summary>
    internal List<string> Faults { get; } = [];
}
