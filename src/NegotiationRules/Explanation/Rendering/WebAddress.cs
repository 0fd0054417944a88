namespace NegotiationRules.Explanation.Rendering;

/// <summary>Addresses that may become links: of the web, and nothing that a page could run.</summary>
internal static class WebAddress
{
    /// <summary>The address with every doubtful character percent-encoded; <see langword="null"/> if it is none of the web.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            : null;
}
