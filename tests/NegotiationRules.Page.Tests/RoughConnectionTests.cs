using System.Net;
using System.Net.Sockets;
using System.Text;
using NegotiationRules.Cli.Serving;
using NegotiationRules.Tests.Cli;

namespace NegotiationRules.Page.Tests;

/// <summary>What others on this machine may do to the port of <c>negotiate serve</c>, and that the page is still served.</summary>
public sealed class RoughConnectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly PageServer _server;
    private readonly Uri _address;

    public RoughConnectionTests()
    {
        _folder.Write("index.html", "<title>page</title>");
        _folder.Write("talks.rules.json", "{}");
        _server = Serve(TimeSpan.FromMinutes(1));
        _address = new Uri(_server.Address);
    }

    private string Good => GoodAt(_address);

    [Fact]
    public async Task OfRequestsThatComeTogetherTheFirstIsAnswered()
    {
        var answer = await Send($"{Good}\r\n{Good}\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split("HTTP/1.1 ").Length);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestMayComeByteByByte()
    {
        using var connection = await Connect();
        foreach (var each in Encoding.ASCII.GetBytes($"{Good}\r\n"))
        {
            await connection.GetStream().WriteAsync(new[] { each });
        }

        Assert.StartsWith("HTTP/1.1 200 ", await Answer(connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /")]
    [InlineData("{good}")]
    [InlineData("{good}Content-Length: 10\r\n\r\n{}")]
    public async Task WhoeverIsTooSlowIsToldSo(string begun)
    {
        using var hasty = Serve(TimeSpan.FromMilliseconds(500));
        var address = new Uri(hasty.Address);

        using var connection = await Connect(address);
        await connection.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(begun.Replace("{good}", GoodAt(address), StringComparison.Ordinal)));

        Assert.StartsWith("HTTP/1.1 408 ", await Answer(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeadThatHasNoEndIsRefused() => Assert.StartsWith(
        "HTTP/1.1 431 ", await Send($"{Good}Cookie: {new string('x', 20_000)}\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Host: {host}\r\nHost: example.com")]
    [InlineData("Host: {host}\r\nno header")]
    [InlineData("Host: {host}\r\n: nameless")]
    [InlineData("Host: {host}\r\nContent-Length: 1\r\nContent-Length: 2")]
    [InlineData("Host: {host}\r\nContent-Length: 1, 1")]
    [InlineData("Host: {host}\r\nContent-Length: 99999999999999999999")]
    public async Task AHeadThatCanBeReadInTwoWaysIsRefused(string headers) => Assert.StartsWith(
        "HTTP/1.1 400 ",
        await Send($"GET / HTTP/1.1\r\n{headers.Replace("{host}", _address.Authority, StringComparison.Ordinal)}\r\n\r\n"
            .Replace("GET /", $"GET {_address.AbsolutePath}", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("PUT /guessed/file?path=talks.rules.json HTTP/1.1\r\nHost: {host}\r\nContent-Length: 7999999", 404)]
    [InlineData("PUT {path}file?path=talks.rules.json HTTP/1.1\r\nHost: example.com\r\nContent-Length: 7999999", 403)]
    public async Task NoBodyIsWaitedForOfWhomIsRefused(string head, int code) => Assert.StartsWith(
        $"HTTP/1.1 {code} ",
        await Send($"{head}\r\n\r\n".Replace("{host}", _address.Authority, StringComparison.Ordinal)
            .Replace("{path}", _address.AbsolutePath, StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public async Task TheAnswerArrivesThoughMoreIsSentThanIsTaken()
    {
        var head = $"PUT {_address.AbsolutePath}file?path=talks.rules.json HTTP/1.1\r\nHost: {_address.Authority}\r\n";
        var answer = await Send($"{head}Content-Length: 9000000\r\n\r\n{new string(' ', 9_000_000)}");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(_folder.At("talks.rules.json")));
    }

    [Fact]
    public async Task WhoeverLeavesInTheMiddleOrSaysNothingHindersNobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var connection = await Connect();
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Good[..i]));
        }

        Assert.StartsWith("HTTP/1.1 200 ", await Send($"{Good}\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThoseWhoAreTooManyAreToldSoAndWhenTheOthersAreGoneThePageIsServedAgain()
    {
        using var server = Serve(TimeSpan.FromMinutes(1));
        var held = new List<TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            held.Add(new TcpClient());
            await held[i].ConnectAsync(IPAddress.Loopback, new Uri(server.Address).Port);
        }

        Assert.StartsWith("HTTP/1.1 503 ", await Answer(held[^1]), StringComparison.Ordinal);

        held.ForEach(one => one.Dispose());
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        while (!await IsServed(client))
        {
            await Task.Delay(10);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _server.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    private static string GoodAt(Uri address) => $"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\n";

    private PageServer Serve(TimeSpan patience)
    {
        var server = new PageServer(new ServedFolder(_folder.Path), ServedPage.OfFolder(_folder.Path), 0, patience);
        _ = server.RunAsync(_stop.Token);
        return server;
    }

    private Task<TcpClient> Connect() => Connect(_address);

    private static async Task<TcpClient> Connect(Uri address)
    {
        var connection = new TcpClient { NoDelay = true };
        await connection.ConnectAsync(IPAddress.Loopback, address.Port);
        return connection;
    }

    private async Task<string> Send(string request)
    {
        using var connection = await Connect();
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return await Answer(connection);
    }

    // Who is too many may be cut off while still asking.
    private static async Task<bool> IsServed(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(string.Empty);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<string> Answer(TcpClient connection)
    {
        using var answer = new StreamReader(connection.GetStream(), leaveOpen: true);
        return await answer.ReadToEndAsync();
    }
}
