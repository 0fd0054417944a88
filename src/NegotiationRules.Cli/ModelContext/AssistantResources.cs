using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using NegotiationRules.Cli.Files;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.ModelContext;

/// <summary>What an assistant can read: the page of the language, the diagnostics, the rule sets that ship, and the files in the root
/// folder.</summary>
internal sealed class AssistantResources(RootFolder root)
{
    private const string Scheme = "negotiate://";
    private const string Markdown = "text/markdown";
    private const string Json = "application/json";

    private static readonly (string Uri, string Name, string About, string File)[] Pages =
    [
        (Scheme + "language", "The rule language", "How rules, scenarios and vocabularies are written: all of it.", "pages/README.md"),
        (Scheme + "diagnostics", "Diagnostics", "What each code means, with an example and its cure.", "pages/DIAGNOSTICS.md"),
    ];

    /// <summary>All there is, in that order.</summary>
    public IList<Resource> List() =>
    [
        .. Pages.Select(page => new Resource { Uri = page.Uri, Name = page.Name, Description = page.About, MimeType = Markdown }),
        .. ShippedFiles.In("rules/").Select(path => new Resource { Uri = UriOf("shipped", path), Name = path, MimeType = Json }),
        .. FilesInRoot().Select(path => new Resource { Uri = UriOf("folder", path), Name = path, MimeType = Json }),
    ];

    /// <summary>The text of one.</summary>
    /// <exception cref="McpProtocolException">There is none of that address.</exception>
    public ReadResourceResult Read(string uri)
    {
        if (Array.Find(Pages, page => page.Uri == uri) is { Uri: not null } page)
        {
            return Text(uri, Markdown, ShippedFiles.Text(page.File));
        }

        if (PathIn("shipped", uri) is { } shipped && ShippedFiles.Exists("rules/" + shipped))
        {
            return Text(uri, Json, ShippedFiles.Text("rules/" + shipped));
        }

        // Only what is listed: there is more in a folder than files of ours.
        if (PathIn("folder", uri) is { } path && FilesInRoot().Contains(path)
            && Utf8Text.ReadFile(root.Find(path)!, ReadingLimits.Default, out _) is { } bytes && Utf8Text.Decode(bytes) is { } text)
        {
            return Text(uri, Json, text);
        }

        throw new McpProtocolException($"there is nothing at {uri}", McpErrorCode.ResourceNotFound);
    }

    private IEnumerable<string> FilesInRoot() => new FileFinder(Enum.GetValues<FileKind>(), []).Find([root.Path])
        .Where(file => root.Find(file.Path) is not null)
        .Select(file => Path.GetRelativePath(root.Path, file.Path).Replace(Path.DirectorySeparatorChar, '/'));

    private static string UriOf(string place, string path) =>
        $"{Scheme}{place}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static string? PathIn(string place, string uri) =>
        uri.StartsWith($"{Scheme}{place}/", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(uri[(Scheme.Length + place.Length + 1)..])
            : null;

    private static ReadResourceResult Text(string uri, string type, string text) =>
        new() { Contents = [new TextResourceContents { Uri = uri, MimeType = type, Text = text }] };
}
