namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>What the recorded expressions call <c>firm</c>: somebody who wants to bid.</summary>
public sealed class Firm
{
    public string? Name { get; set; }

    public string? Country { get; set; }

    public int Founded { get; set; }

    public int? Staff { get; set; }

    public bool Barred { get; set; }

    public List<string?>? Licences { get; set; }
}
