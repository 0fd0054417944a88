namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>Addresses of files as editors write them, and paths.</summary>
internal static class FileAddress
{
    /// <summary>The full path; <see langword="null"/> of what is no file: a text that was never saved, or one of another
    /// machine.</summary>
    public static string? PathOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { IsFile: true, IsUnc: false } && uri.LocalPath.Length > 1
            && !uri.LocalPath.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(uri.LocalPath)
            : null;

    public static string Of(string path) =>
        new UriBuilder { Scheme = Uri.UriSchemeFile, Host = string.Empty, Path = Path.GetFullPath(path) }.Uri.AbsoluteUri;
}
