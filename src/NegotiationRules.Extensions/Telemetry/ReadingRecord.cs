namespace NegotiationRules.Extensions.Telemetry;

/// <summary>That a rule set was read, to be told to who begins to listen later.</summary>
/// <param name="Name">The rule set.</param>
/// <param name="Begun">When.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Error">What kind of fault there was; <see langword="null"/> for none.</param>
/// <param name="IsTraced">Whether traces were listened to.</param>
/// <param name="IsMetered">Whether metrics were.</param>
internal sealed record ReadingRecord(
    string Name, DateTimeOffset Begun, TimeSpan Elapsed, string? Error, bool IsTraced, bool IsMetered);
