namespace NegotiationRules.Tests.Architecture;

/// <summary>For <see cref="ApiPrinterTests"/>: C# allows extension methods in top-level classes only.</summary>
public static class ApiPrinterSample
{
    public static long Twice(this int number) => 2L * number;
}
