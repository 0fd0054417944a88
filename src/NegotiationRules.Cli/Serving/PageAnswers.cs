using System.Security.Cryptography;
using System.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>What a page and a folder are answered with, and who is refused.</summary>
/// <remarks>Everything lies under a path that nobody can guess, so that other users of the machine and other pages cannot ask for it;
/// requests that name another host, or come from another page, are refused all the same. An editor on another machine reaches this one
/// under another name, so in a frame of an editor any host is right: what cannot be guessed is the path.</remarks>
/// <param name="folder">The folder.</param>
/// <param name="page">The page.</param>
/// <param name="port">The port that is listened on.</param>
/// <param name="mayBeFramed">Whether another page, of an editor, may show this one in a frame.</param>
internal sealed class PageAnswers(ServedFolder folder, ServedPage page, int port, bool mayBeFramed)
{
    private readonly string _token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What to open in a browser.</summary>
    public string Address => $"http://127.0.0.1:{port}/{_token}/";

    /// <summary>The answer to who must not ask; <see langword="null"/> for the page itself.</summary>
    public HttpAnswer? Refuse(HttpRequest request)
    {
        string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}"];
        if (request.Header("Host") is not { } host || !(mayBeFramed || hosts.Contains(host, StringComparer.OrdinalIgnoreCase)))
        {
            return HttpAnswer.Of(403, "This is served to the machine that it runs on, under its own address only.");
        }

        string[] origins = mayBeFramed ? [$"http://{host}", $"https://{host}"] : [$"http://{host}"];
        var isOwn = request.Header("Origin") is not { } origin || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
        var isFrame = mayBeFramed && request.Path == $"/{_token}/" && request.Header("Sec-Fetch-Dest") == "iframe";
        if (!isOwn || (!isFrame && request.Header("Sec-Fetch-Site") is not (null or "same-origin" or "none")))
        {
            return HttpAnswer.Of(403, "This is served to its own page only.");
        }

        return request.Path.StartsWith($"/{_token}/", StringComparison.Ordinal) ? null
            : HttpAnswer.Of(404, "Open the whole address that negotiate serve printed.");
    }

    /// <summary>Whether the page wants to be told of changes for as long as it is open.</summary>
    public bool Follows(HttpRequest request) => request.Method == "GET" && PathOf(request) == "changes";

    /// <summary>The answer to the page.</summary>
    public HttpAnswer Answer(HttpRequest request) => (request.Method, PathOf(request)) switch
    {
        ("GET", "folder") => new HttpAnswer(200, "application/json; charset=utf-8", FolderJson.Of(folder)),
        ("PUT", "file") => Save(request),
        ("GET", var path) when page.TryGet(path, _token, out var file) => file with { MayBeFramed = mayBeFramed },
        ("GET", _) => HttpAnswer.Of(404, "There is nothing of that name."),
        _ => HttpAnswer.Of(405, "Files are opened with GET and saved with PUT."),
    };

    private string PathOf(HttpRequest request) => request.Path[(_token.Length + 2)..];

    private HttpAnswer Save(HttpRequest request)
    {
        if (request.Header("X-Negotiate-Token") != _token)
        {
            return HttpAnswer.Of(403, "Only the page may save.");
        }

        if (folder.Locate(request.Asked("path") ?? string.Empty) is not { } at)
        {
            return HttpAnswer.Of(403, "No such file is saved here: its name has to be that of rules, a scenario, a vocabulary or tests.");
        }

        try
        {
            ServedFolder.Save(at, Encoding.UTF8.GetString(request.Body));
            return HttpAnswer.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HttpAnswer.Of(500, fault.Message);
        }
    }
}
