using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationRules.Tests.Facts;

/// <summary>Scenarios from what System.Text.Json has read, and from streams that are read without waiting.</summary>
public class ScenarioOfJsonTests
{
    private const string Json = """
        { "agreement": { "termYears": 12, "legallyBinding": true, "form": null }, "parties": [ { "id": "RU", "emissions": 12.3400 },
          { "id": "US" } ] }
        """;

    [Fact]
    public void AnElementIsTheScenarioThatItsTextIs()
    {
        using var document = JsonDocument.Parse(Json);

        AssertSame(Scenario.From(document.RootElement));
        AssertSame(Scenario.From(document));
        AssertSame(Scenario.From(JsonNode.Parse(Json)!));
        AssertSame(Scenario.From(document.RootElement.Clone(), "request"));
        Assert.Equal("request", Scenario.From(document.RootElement, "request").Name);
    }

    [Fact]
    public void AnElementStatesAFact()
    {
        using var document = JsonDocument.Parse(Json);
        var (agreement, parties) = (document.RootElement.GetProperty("agreement"), JsonNode.Parse(Json)!["parties"]);

        AssertSame(Scenario.Parse("{}").With("agreement", agreement).With("parties", parties));
        AssertSame(Scenario.Create().Set("agreement", agreement).Set("parties", parties).Build());
        AssertSame(Scenario.From(new { agreement, parties }));
        AssertSame(Scenario.From(new Dictionary<string, object?> { ["agreement"] = agreement, ["parties"] = parties }));
    }

    // Built node by node, a value is what was put in and was never text.
    [Fact]
    public void ANodeThatWasBuiltHoldsValuesOfTheProgram()
    {
        var node = new JsonObject
        {
            ["asOf"] = JsonValue.Create(new DateOnly(2022, 1, 10)),
            ["agreement"] = new JsonObject { ["termYears"] = 12 },
        };

        Assert.Equal(
            Scenario.Parse("""{ "asOf": "2022-01-10", "agreement": { "termYears": 12 } }""").ToString(),
            Scenario.From(node).ToString()
        );
    }

    [Theory]
    [InlineData("[]", "NR4003")]
    [InlineData("12", "NR4003")]
    [InlineData("""{ "talks": { "mediated": true, "mediated": false } }""", "NR4006")]
    [InlineData("""{ "talks": { "venue": "\ud83d" } }""", "NR4006")]
    public void WhatIsNoScenarioIsRefused(string json, string code)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(code, Assert.Single(Assert.Throws<ScenarioException>(() => Scenario.From(document.RootElement)).Diagnostics).Code);
    }

    // As in a file, where such a number is refused too.
    [Fact]
    public void ANumberOfMoreDigitsThanAFileMayHaveIsRefused()
    {
        var json = $$"""{ "agreement": { "termYears": 1.{{new string('0', 400)}} } }""";
        using var document = JsonDocument.Parse(json);

        Assert.False(Scenario.TryParseJson(json, out _, out _));
        Assert.Equal("NR4006", Assert.Single(Assert.Throws<ScenarioException>(() => Scenario.From(document.RootElement)).Diagnostics).Code);
        Assert.Throws<ArgumentException>(() =>
            Scenario.Parse("{}").With("agreement.termYears", System.Numerics.BigInteger.Pow(10, 400)));
    }

    [Fact]
    public void AnElementThatWasNeverReadIsRefused() =>
        Assert.Equal("NR4006", Assert.Single(Assert.Throws<ScenarioException>(() => Scenario.From(default(JsonElement))).Diagnostics).Code);

    [Fact]
    public async Task AStreamIsReadWithoutWaiting()
    {
        using var stream = new AsyncOnly(Encoding.UTF8.GetBytes(Json));

        var scenario = await Scenario.ReadAsync(stream, "body");

        AssertSame(scenario);
        Assert.Equal("body", scenario.Name);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task AStreamBeyondTheLimitsIsRefusedBeforeItIsAllRead()
    {
        using var stream = new AsyncOnly(new byte[1000]);

        var refused = await Assert.ThrowsAsync<ScenarioException>(() =>
            Scenario.ReadAsync(stream, limits: new ReadingLimits { Characters = 10 })
        );

        Assert.Equal("NR4001", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public async Task ReadingCanBeGivenUp()
    {
        using var stream = new AsyncOnly(Encoding.UTF8.GetBytes(Json));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Scenario.ReadAsync(stream, cancellationToken: source.Token));
    }

    private static void AssertSame(Scenario scenario) => Assert.Equal(Scenario.Parse(Json).ToString(), scenario.ToString());

    // As servers give the body of a request.
    private sealed class AsyncOnly(byte[] bytes) : MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = (int)Math.Min(Math.Min(buffer.Length, 7), Length - Position);
            GetBuffer().AsSpan((int)Position, count).CopyTo(buffer.Span);
            Position += count;
            return ValueTask.FromResult(count);
        }
    }
}
