using System.Globalization;
using NegotiationRules.Tests.Support;
using Newtonsoft.Json.Linq;
using ByNewtonsoft = Newtonsoft.Json.JsonConvert;
using BySystem = System.Text.Json.JsonSerializer;

namespace NegotiationRules.Tests.Reports;

/// <summary>Scenarios and diagnostics within the objects of a program, by either serializer.</summary>
public sealed class SerializedScenarioTests
{
    private const string Text = """
        { "talks": { "start": "2022-01-10", "mediated": null }, "agreement": { "termYears": { "value": 12.50, "source": "draft" } } }
        """;

    private static readonly System.Text.Json.JsonSerializerOptions Legible = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void AScenarioIsItsFacts()
    {
        var scenario = Scenario.Parse(Text, "draft");

        Assert.Equal(
            """{"talks":{"start":"2022-01-10","mediated":null},"agreement":{"termYears":{"value":12.50,"source":"draft"}}}""",
            BySystem.Serialize(scenario));
        Assert.True(JToken.DeepEquals(JToken.Parse(Text), JToken.Parse(ByNewtonsoft.SerializeObject(scenario))));
        Assert.True(JToken.DeepEquals(JToken.Parse(Text), JToken.FromObject(scenario)));
    }

    [Fact]
    public void AScenarioIsReadWithinAnObjectWithoutAnySetting()
    {
        var json = $$"""{ "Name": "first", "Facts": {{Text}} }""";

        var bySystem = BySystem.Deserialize<Request>(json)!;
        var byNewtonsoft = ByNewtonsoft.DeserializeObject<Request>(json)!;

        Assert.Equal(BySystem.Serialize(Scenario.Parse(Text)), BySystem.Serialize(bySystem.Facts));
        Assert.True(JToken.DeepEquals(JToken.Parse(Text), JToken.FromObject(byNewtonsoft.Facts)));
    }

    [Fact]
    public void ATextThatLooksLikeAMomentStaysAsItWasWritten()
    {
        const string Moment = """{"talks":{"start":"2022-01-10T09:00:00+01:00"}}""";

        Assert.Equal(Moment, ByNewtonsoft.SerializeObject(ByNewtonsoft.DeserializeObject<Scenario>(Moment)));
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("1.50")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1e300")]
    [InlineData("-9223372036854775808")]
    [InlineData("12345678901234567.123456789012345678")]
    public void ANumberKeepsWhatItIs(string digits)
    {
        var json = "{\"agreement\":{\"termYears\":" + digits + "}}";
        var scenario = Scenario.Parse(json);

        Assert.Equal(json, BySystem.Serialize(BySystem.Deserialize<Scenario>(json)));
        Assert.Equal(
            double.Parse(digits, CultureInfo.InvariantCulture), (double)JObject.FromObject(scenario)["agreement"]!["termYears"]!);
    }

    [Theory]
    [InlineData("[]", "NR4003")]
    [InlineData("3", "NR4003")]
    [InlineData("""{ "talks": {}, "talks": {} }""", "talks")]
    public void WhatIsNoScenarioIsRefusedWithTheDiagnosticsInside(string json, string part)
    {
        var bySystem = Assert.Throws<System.Text.Json.JsonException>(() => BySystem.Deserialize<Scenario>(json));
        Assert.Contains(part, bySystem.Message);
        Assert.NotEmpty(Assert.IsType<ScenarioException>(bySystem.InnerException).Diagnostics);

        var byNewtonsoft = Assert.Throws<Newtonsoft.Json.JsonSerializationException>(
            () => ByNewtonsoft.DeserializeObject<Scenario>(json));
        Assert.Contains(part, byNewtonsoft.Message);
        Assert.NotEmpty(Assert.IsType<ScenarioException>(byNewtonsoft.InnerException).Diagnostics);
    }

    [Fact]
    public void NothingIsNothing()
    {
        Assert.Null(BySystem.Deserialize<Scenario>("null"));
        Assert.Null(ByNewtonsoft.DeserializeObject<Scenario>("null"));
        Assert.Equal("null", BySystem.Serialize<Scenario?>(null));
        Assert.Equal("null", ByNewtonsoft.SerializeObject((Scenario?)null));
    }

    [Fact]
    public void ADiagnosticIsReadBack()
    {
        RuleSet.TryParse(
            """{ "name": "x", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.mediatd": true } } ] }""",
            null, out _, out var found);
        var diagnostic = Assert.Single(found);

        var json = BySystem.Serialize(diagnostic);

        Approved.Check(BySystem.Serialize(diagnostic, Legible));
        Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.FromObject(diagnostic)));
        foreach (var read in new[] { BySystem.Deserialize<Diagnostic>(json)!, ByNewtonsoft.DeserializeObject<Diagnostic>(json)! })
        {
            Assert.Equal(json, BySystem.Serialize(read));
            Assert.Equal(diagnostic.ToString().Split('\n')[0], read.ToString().Split('\n')[0]);
        }
    }

    [Fact]
    public void WhatIsNoDiagnosticIsRefused()
    {
        Assert.Contains("`code`", WhyNot("""{ "severity": "error" }"""));
        Assert.Contains("`fatal`", WhyNot("""{ "severity": "fatal" }"""));

        static string WhyNot(string json) =>
            Assert.Throws<System.Text.Json.JsonException>(() => BySystem.Deserialize<Diagnostic>(json)).Message;
    }

    private sealed record Request(string Name, Scenario Facts);
}
