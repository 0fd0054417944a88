using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Serving;
using NegotiationRules.Tests.Cli;

namespace NegotiationRules.Page.Tests;

/// <summary>What <c>negotiate serve</c> answers, and what it refuses.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _page = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly PageServer _server;
    private readonly HttpClient _client;

    public ServeTests()
    {
        _page.Write("index.html", "<title>page</title>");
        _page.Write("page.js", "1");
        _folder.Write("talks.rules.json", "{\r\n}\r\n");
        _folder.Write("notes.txt", "nobody's business");
        _folder.Write(".hidden/talks.rules.json", "{}");
        _server = new PageServer(new ServedFolder(_folder.Path), ServedPage.OfFolder(_page.Path), 0);
        _ = _server.RunAsync(_stop.Token);
        _client = new HttpClient { BaseAddress = new Uri(_server.Address) };
    }

    private string Token => _client.BaseAddress!.AbsolutePath.Trim('/');

    [Fact]
    public async Task ThePageLearnsThatThereIsAFolder()
    {
        Assert.Equal($"<meta name=\"negotiate-token\" content=\"{Token}\">\n  <title>page</title>", await _client.GetStringAsync(""));
        Assert.Equal("1", await _client.GetStringAsync("page.js"));
    }

    [Fact]
    public async Task TheFolderIsWhatIsNamedAsOurFilesAre() => Assert.Equal(
        $$$"""{"name":"{{{Path.GetFileName(_folder.Path)}}}","files":{"talks.rules.json":"{\n}\n"},"leftOut":[]}""",
        await _client.GetStringAsync("folder"));

    [Fact]
    public async Task AFileIsSavedWithTheLineEndsThatItHad()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Save("talks.rules.json", "{\n \"é\": 1\n}\n"));
        Assert.Equal("{\r\n \"é\": 1\r\n}\r\n", File.ReadAllText(_folder.At("talks.rules.json")));
        Assert.Equal(HttpStatusCode.NoContent, await Save("scenarios/new.scenario.json", "{\n}\n"));
        Assert.Equal("{\n}\n", File.ReadAllText(_folder.At("scenarios/new.scenario.json")));
    }

    [Theory]
    [InlineData("../talks.rules.json")]
    [InlineData("/tmp/talks.rules.json")]
    [InlineData("a/../../talks.rules.json")]
    [InlineData("notes.txt")]
    [InlineData(".git/talks.rules.json")]
    [InlineData("c:\\talks.rules.json")]
    [InlineData("out/talks.rules.json")]
    public async Task NothingIsSavedOutsideOfTheFolderOrUnderAnotherName(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_folder.At("out"), _page.Path);
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Save(path, "{}"));
        Assert.Equal(2, Directory.GetFiles(_page.Path).Length);
    }

    [Fact]
    public async Task WithoutItsTokenNobodySaves() =>
        Assert.Equal(HttpStatusCode.Forbidden, await Save("talks.rules.json", "{}", token: "guessed"));

    [Theory]
    [InlineData("Host: example.com")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: 127.0.0.1:{port}\r\nOrigin: http://example.com")]
    [InlineData("Host: 127.0.0.1:{port}\r\nOrigin: null")]
    [InlineData("Host: 127.0.0.1:{port}\r\nSec-Fetch-Site: cross-site")]
    [InlineData("Accept: */*")]
    public async Task AnotherHostOrAnotherPageIsRefused(string headers) =>
        Assert.StartsWith("HTTP/1.1 403 ", await Raw($"GET /{Token}/folder HTTP/1.1\r\n{headers}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task InNoFrameItIsShownUnlessThatIsAskedFor()
    {
        const string Frame = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe";
        var answer = await Raw($"GET /{Token}/ HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\n{Frame}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Equal(["DENY"], (await _client.GetAsync("")).Headers.GetValues("X-Frame-Options"));
    }

    [Theory]
    [InlineData("", "iframe", HttpStatusCode.OK)]
    [InlineData("", "iframe", HttpStatusCode.OK, "forwarded.example:8443")]
    [InlineData("", "script", HttpStatusCode.Forbidden)]
    [InlineData("folder", "iframe", HttpStatusCode.Forbidden)]
    public async Task AnEditorShowsThePageInAFrameAndReadsNothingElse(
        string path, string destination, HttpStatusCode code, string? host = null)
    {
        using var server = new PageServer(new ServedFolder(_folder.Path), ServedPage.OfFolder(_page.Path), 0, mayBeFramed: true);
        _ = server.RunAsync(_stop.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}{path}"));
        request.Headers.Host = host;
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var answer = await _client.SendAsync(request);
        Assert.Equal((code, code == HttpStatusCode.Forbidden), (answer.StatusCode, answer.Headers.Contains("X-Frame-Options")));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1", 404)]
    [InlineData("GET /folder HTTP/1.1", 404)]
    [InlineData("GET /{token}/../folder HTTP/1.1", 404)]
    [InlineData("DELETE /{token}/file?path=talks.rules.json HTTP/1.1", 405)]
    [InlineData("GET", 400)]
    [InlineData("GET /{token}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}", 400)]
    [InlineData("PUT /{token}/file HTTP/1.1\r\nTransfer-Encoding: chunked", 411)]
    [InlineData("PUT /{token}/file HTTP/1.1\r\nContent-Length: 99999999", 413)]
    [InlineData("PUT /{token}/file HTTP/1.1\r\nContent-Length: -1", 400)]
    public async Task WhatIsNoRequestOfThePageIsAnsweredWithWhy(string request, int code) => Assert.StartsWith(
        $"HTTP/1.1 {code} ", await Raw($"{request}\r\nHost: 127.0.0.1:{{port}}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task AChangeOnDiskIsToldOf()
    {
        await using var events = await _client.GetStreamAsync("changes");
        using var lines = new StreamReader(events);

        _folder.Write("more.scenario.json", "{ }");
        Assert.Equal(("more.scenario.json", "{ }"), await Next(lines));

        File.Delete(_folder.At("more.scenario.json"));
        Assert.Equal(("more.scenario.json", null), await Next(lines));
    }

    public void Dispose()
    {
        _stop.Cancel();
        _server.Dispose();
        _client.Dispose();
        _stop.Dispose();
        _folder.Dispose();
        _page.Dispose();
    }

    private static async Task<(string Path, string? Text)> Next(StreamReader lines)
    {
        while (true)
        {
            if (await lines.ReadLineAsync() is ['d', ..] line)
            {
                var change = JsonNode.Parse(line["data: ".Length..])!;
                return ((string)change["path"]!, (string?)change["text"]);
            }
        }
    }

    private async Task<HttpStatusCode> Save(string path, string text, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"file?path={Uri.EscapeDataString(path)}")
        {
            Content = new StringContent(text),
        };
        request.Headers.Add("X-Negotiate-Token", token ?? Token);
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string> Raw(string request)
    {
        var port = _client.BaseAddress!.Port;
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        var text = request.Replace("{port}", $"{port}", StringComparison.Ordinal).Replace("{token}", Token, StringComparison.Ordinal);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        using var answer = new StreamReader(connection.GetStream());
        return await answer.ReadToEndAsync();
    }
}
