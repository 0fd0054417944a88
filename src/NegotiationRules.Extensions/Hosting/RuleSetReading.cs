using Microsoft.Extensions.Options;
using NegotiationRules.Extensions.Settings;
using NegotiationRules.Extensions.Sources;
using NegotiationRules.Text;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>What came of reading a rule set once.</summary>
internal sealed record RuleSetReading
{
    /// <summary>The rules, if they can be used.</summary>
    public RuleSet? Rules { get; private init; }

    /// <summary>The report of why they cannot be used.</summary>
    public string? Fault { get; private init; }

    /// <summary>The exception with it; <see langword="null"/> if what is wrong is in the files or in values of parameters.</summary>
    public Exception? Exception { get; private init; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>By which it was read; <see langword="null"/> if the options themselves make no sense.</summary>
    public HostedRuleSetOptions? Options { get; private init; }

    /// <summary>The files that were read.</summary>
    public FilesRead Files { get; init; } = new();

    /// <summary>By what kind of fault metrics and traces know why the rules cannot be used; <see langword="null"/> if they can.</summary>
    public string? ErrorType => Fault is null ? null
        : Diagnostics.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error)?.Code
            ?? (Exception is null ? "parameters" : (Exception.InnerException ?? Exception).GetType().FullName);

    /// <summary>Whether the rules would be others if they were read now; so too if where they are kept could not be asked.</summary>
    public async Task<bool> WouldDifferAsync(CancellationToken stop)
    {
        try
        {
            return Options is { } options && (Exception is not null || await WithFilesAsync(
                options, files => Files.WouldDiffer(files, options.Limits), stop).ConfigureAwait(false));
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // Reading it again says what is wrong.
            return true;
        }
    }

    public static async Task<RuleSetReading> OfAsync(
        string name, IOptionsFactory<HostedRuleSetOptions> factory, string? folder, CancellationToken stop)
    {
        HostedRuleSetOptions options;
        try
        {
            options = factory.Create(name);
        }
        catch (Exception e)
        {
            // Whoever sets options may throw anything, too.
            return new RuleSetReading
            {
                Fault = e is OptionsValidationException invalid ? string.Join('\n', invalid.Failures) : e.Message,
                Exception = e,
            };
        }

        var reading = new RuleSetReading { Options = options };
        try
        {
            return await WithFilesAsync(
                options, files => (reading = new RuleSetReading { Options = options }).Read(files, folder), stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // Who keeps the files elsewhere may throw anything; the rules that are in force must not be lost for that.
            return reading with { Fault = e.Message, Exception = e };
        }
    }

    // Files that are at hand are read on this thread.
    private static Task<T> WithFilesAsync<T>(HostedRuleSetOptions options, Func<IRuleFiles?, T> read, CancellationToken stop)
    {
        if (options.AsyncFiles is null)
        {
            return Task.FromResult(read(options.Files));
        }

        var fetched = new FetchedFiles(options.AsyncFiles, options.Limits, options.FetchTimeout);
        return fetched.ReadAsync(() => read(fetched), stop);
    }

    private RuleSetReading Read(IRuleFiles? files, string? folder)
    {
        var options = Options!;
        var how = new RuleSetOptions
        {
            Files = files,
            Read = Files,
            Root = options.Root is null ? null : PathOf(options.Root, folder),
            Vocabulary = options.Vocabulary,
            Parameters = options.Parameters.AsReadOnly(),
            Limits = options.Limits,
            Work = options.Work,
        };
        if (!RuleSet.TryLoad(PathOf(options.Path, folder), how, out var rules, out var diagnostics))
        {
            return this with { Diagnostics = diagnostics, Fault = RuleFileException.MessageOf(diagnostics) };
        }

        var faults = new List<string>();
        var values = ParameterValues.Of(rules, options.Configured, faults);
        if (faults.Count > 0)
        {
            return this with { Fault = string.Join('\n', faults) };
        }

        return values.Count == 0 || rules.TryWith(values, out rules, out diagnostics)
            ? this with { Rules = rules, Diagnostics = diagnostics }
            : this with
            {
                Diagnostics = diagnostics,
                Fault = $"with the parameters in the configuration ({Spelling.List(options.Configured.Select(one => one.Key), "and")}):\n"
                    + RuleFileException.MessageOf(diagnostics),
            };
    }

    private string PathOf(string path, string? folder) =>
        !Options!.IsOfThisMachine || folder is null || folder == Directory.GetCurrentDirectory() ? path : Path.Combine(folder, path);
}
