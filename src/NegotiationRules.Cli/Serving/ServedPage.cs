using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>The page's own files: those that were built into the tool, or those of a folder.</summary>
internal sealed class ServedPage
{
    private const string Prefix = "page/";
    private const string Packed = ".gz";
    private const string Start = "index.html";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".wasm"] = "application/wasm",
        [".txt"] = "text/plain; charset=utf-8",
    };

    // By the path in the page: what opens the file, and whether it is packed.
    private readonly IReadOnlyDictionary<string, (Func<Stream> Open, bool IsPacked)> _files;

    private ServedPage(IReadOnlyDictionary<string, (Func<Stream> Open, bool IsPacked)> files) => _files = files;

    /// <summary>Whether there is a page.</summary>
    public bool IsThere => _files.ContainsKey(Start);

    /// <summary>The page that comes with the tool; it is empty where the tool was built without.</summary>
    public static ServedPage OfTool()
    {
        var tool = Assembly.GetExecutingAssembly();
        return new ServedPage(tool.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(
                name => Unpacked(name[Prefix.Length..].Replace('\\', '/')),
                name => ((Func<Stream>)(() => tool.GetManifestResourceStream(name)!), name.EndsWith(Packed, StringComparison.Ordinal)),
                StringComparer.Ordinal));
    }

    /// <summary>A page that was published into a folder.</summary>
    public static ServedPage OfFolder(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => ((Func<Stream>)(() => File.OpenRead(file)), false),
            StringComparer.Ordinal));

    /// <summary>A file of the page.</summary>
    /// <param name="path">Its path in the page; empty for where the page starts.</param>
    /// <param name="token">What the page shows when it saves.</param>
    /// <param name="answer">The file.</param>
    public bool TryGet(string path, string token, [NotNullWhen(true)] out HttpAnswer? answer)
    {
        path = path.Length == 0 ? Start : path;
        answer = null;
        if (!_files.TryGetValue(path, out var file) || !Kinds.TryGetValue(Path.GetExtension(path), out var kind))
        {
            return false;
        }

        using var content = new MemoryStream();
        using (var stream = file.Open())
        {
            stream.CopyTo(content);
        }

        var bytes = path == Start ? WithToken(content.ToArray(), token) : content.ToArray();
        answer = new HttpAnswer(200, kind, bytes) { IsPacked = file.IsPacked };
        return true;
    }

    // By it the page knows that there is a folder to open.
    private static byte[] WithToken(byte[] start, string token) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(start)
        .Replace("<title>", $"<meta name=\"negotiate-token\" content=\"{token}\">\n  <title>", StringComparison.Ordinal));

    private static string Unpacked(string name) => name.EndsWith(Packed, StringComparison.Ordinal) ? name[..^Packed.Length] : name;
}
