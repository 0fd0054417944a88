using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>Rule files behind HTTP, on this machine, in a store that can be away or slow.</summary>
internal sealed class HttpStore : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource _answers = Done();
    private int _held;

    private HttpStore(WebApplication web)
    {
        _web = web;
        Client = new HttpClient();
    }

    public HttpClient Client { get; }

    public bool IsAway { get; set; }

    /// <summary>How many wait for an answer that is not given.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<HttpStore> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var store = new HttpStore(web);
        web.MapGet("/{**path}", store.AnswerAsync);
        await web.StartAsync();
        store.Client.BaseAddress = new Uri(web.Urls.Single());
        return store;
    }

    public HttpStore Put(string path, string text)
    {
        _texts[path] = text;
        return this;
    }

    /// <summary>From now on nothing is answered, until it is said to.</summary>
    public void Pause() => _answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers what was asked and what will be.</summary>
    public void Resume() => _answers.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Resume();
        Client.Dispose();
        await _web.DisposeAsync();
    }

    private async Task<IResult> AnswerAsync(string path, CancellationToken gone)
    {
        Asked.Enqueue(path);
        var answers = _answers.Task;
        if (!answers.IsCompleted)
        {
            Interlocked.Increment(ref _held);
            await answers.WaitAsync(gone);
        }

        return IsAway ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : _texts.TryGetValue(path, out var text) ? Results.Text(text, "application/json")
            : Results.NotFound();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
