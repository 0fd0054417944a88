using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace NegotiationRules.Page;

/// <summary>What the page's worker can call.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageExports
{
    // A folder in memory: files of the browser's machine are out of reach.
    private static readonly Desk Desk = new("/desk");

    /// <summary>Answers a question: JSON in, JSON out.</summary>
    [JSExport]
    internal static string Answer(string question) => Desk.Answer(question);
}
