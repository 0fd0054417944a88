namespace NegotiationRules.Page;

/// <summary>The browser starts it, and then calls <see cref="PageExports"/>.</summary>
internal static class PageProgram
{
    private static void Main()
    {
    }
}
