using System.Text;

namespace NegotiationRules.Tests.Facts;

/// <summary>A stream is read with diagnostics instead of an exception, whoever waits for it.</summary>
public class ScenarioStreamTests
{
    [Fact]
    public async Task AGoodStreamIsAScenario()
    {
        Assert.True(Scenario.TryRead(Of("""{ "talks": {} }"""), out var scenario, out var diagnostics, "body"));
        Assert.Equal(("body", 0), (scenario.Name, diagnostics.Count));

        var (read, found) = await Scenario.TryReadAsync(Of("""{ "talks": {} }"""), "body");
        Assert.Equal(("body", 0), (read?.Name, found.Count));
    }

    [Theory]
    [InlineData("""{ "talks": """)]
    [InlineData("[]")]
    [InlineData("")]
    public async Task ABadStreamIsDiagnosticsThatAreThoseOfTheException(string text)
    {
        Assert.False(Scenario.TryRead(Of(text), out var scenario, out var diagnostics));
        Assert.Null(scenario);
        var reading = await Scenario.TryReadAsync(Of(text));
        var thrown = Assert.Throws<ScenarioException>(() => Scenario.Read(Of(text)));

        Assert.Null(reading.Scenario);
        Assert.NotEmpty(diagnostics);
        Assert.Equal(thrown.Diagnostics.Select(d => d.ToString()), diagnostics.Select(d => d.ToString()));
        Assert.Equal(diagnostics.Select(d => d.ToString()), reading.Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public async Task AStreamThatIsTooLongOrNoTextIsADiagnosticToo()
    {
        var limits = ReadingLimits.Default with { Characters = 10 };

        Assert.False(Scenario.TryRead(Of(new string(' ', 100)), out _, out var diagnostics, limits: limits));
        Assert.Equal("NR4001", Assert.Single(diagnostics).Code);
        Assert.Equal("NR4001", Assert.Single((await Scenario.TryReadAsync(Of(new string(' ', 100)), limits: limits)).Diagnostics).Code);
        Assert.False(Scenario.TryRead(new MemoryStream([0x7B, 0xFF, 0x7D]), out _, out diagnostics));
        Assert.Equal("NR4002", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public async Task WhatTheStreamThrowsIsNotCaught()
    {
        var stream = Of("{}");
        await stream.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => Scenario.TryRead(stream, out _, out _));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Scenario.TryReadAsync(stream));
    }

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));
}
