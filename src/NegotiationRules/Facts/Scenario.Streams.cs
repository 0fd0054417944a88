using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

public sealed partial class Scenario
{
    /// <summary>Reads a scenario from a stream of UTF-8 text, to its end. The stream stays open.</summary>
    /// <param name="utf8">The stream. What it throws is not caught.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <exception cref="ScenarioException">The bytes are not UTF-8, or the text is not JSON, or not an object.</exception>
    public static Scenario Read(Stream utf8, string name = NoName, ReadingLimits? limits = null)
    {
        return TryRead(utf8, out var scenario, out var diagnostics, name, limits) ? scenario : throw new ScenarioException(diagnostics);
    }

    /// <summary>Reads a scenario from a stream of UTF-8 text, to its end, without a thread that waits for it: for the body of a request.
    /// The stream stays open.</summary>
    /// <param name="utf8">The stream. What it throws is not caught.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="ScenarioException">The bytes are not UTF-8, or the text is not JSON, or not an object.</exception>
    /// <exception cref="OperationCanceledException">Reading was given up.</exception>
    public static async Task<Scenario> ReadAsync(
        Stream utf8,
        string name = NoName,
        ReadingLimits? limits = null,
        CancellationToken cancellationToken = default
    )
    {
        var reading = await TryReadAsync(utf8, name, limits, cancellationToken).ConfigureAwait(false);
        return reading.Scenario ?? throw new ScenarioException(reading.Diagnostics);
    }

    /// <summary>Reads a scenario from a stream of UTF-8 text, to its end, without an exception for what is wrong in it. The stream stays
    /// open.</summary>
    /// <param name="utf8">The stream. What it throws is not caught.</param>
    /// <param name="scenario">The scenario, or <see langword="null"/> if the text is not UTF-8, not JSON, or not an object.</param>
    /// <param name="diagnostics">What is wrong with it; empty if nothing is.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <returns>Whether it was read.</returns>
    public static bool TryRead(
        Stream utf8,
        [NotNullWhen(true)] out Scenario? scenario,
        out IReadOnlyList<Diagnostic> diagnostics,
        string name = NoName,
        ReadingLimits? limits = null
    )
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= ReadingLimits.Default;
        (scenario, diagnostics) = OfBytes(Utf8Text.ReadToEnd(utf8, limits), name, limits);
        return scenario is not null;
    }

    /// <summary>Reads a scenario from a stream of UTF-8 text, to its end, without a thread that waits for it and without an exception for
    /// what is wrong in it: for the body of a request that is answered with all its faults. The stream stays open.</summary>
    /// <param name="utf8">The stream. What it throws is not caught.</param>
    /// <param name="name">What to call it in reports.</param>
    /// <param name="limits">How large it may be; <see cref="ReadingLimits.Default"/> if left out.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <returns>The scenario, or what is wrong with it.</returns>
    /// <exception cref="OperationCanceledException">Reading was given up.</exception>
    public static async Task<ScenarioReading> TryReadAsync(
        Stream utf8,
        string name = NoName,
        ReadingLimits? limits = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= ReadingLimits.Default;
        return OfBytes(await Utf8Text.ReadToEndAsync(utf8, limits, cancellationToken).ConfigureAwait(false), name, limits);
    }

    private static ScenarioReading OfBytes(byte[]? bytes, string name, ReadingLimits limits)
    {
        if (bytes is not null)
        {
            _ = TryParseJson(bytes, out var scenario, out var diagnostics, name, limits);
            return new ScenarioReading(scenario, diagnostics);
        }

        var bag = new DiagnosticBag();
        new ScenarioDiagnostics(bag).CannotRead(name, Utf8Text.TooLong);
        return new ScenarioReading(null, bag.ToSorted());
    }
}
