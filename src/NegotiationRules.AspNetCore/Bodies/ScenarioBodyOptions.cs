namespace NegotiationRules;

/// <summary>How large the bodies of requests may be from which scenarios are read:
/// <c>services.Configure&lt;ScenarioBodyOptions&gt;(options => options.MostBytes = 64 * 1024)</c>.</summary>
/// <remarks>It is set before the application starts, and not changed afterwards.</remarks>
public sealed class ScenarioBodyOptions
{
    /// <summary>The longest body that is read, in bytes; a longer one is answered with 413. The default is 1 MiB.</summary>
    /// <remarks>An endpoint may have a limit of its own, <c>[RequestSizeLimit(…)]</c>, which goes before this one. That of the server holds
    /// in any case.</remarks>
    public long MostBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep and how long it may be within. The default is <see cref="ReadingLimits.Default"/>.</summary>
    public ReadingLimits Limits { get; set; } = ReadingLimits.Default;
}
