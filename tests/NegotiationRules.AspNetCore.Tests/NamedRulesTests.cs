using System.Net;
using NegotiationRules.AspNetCore.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>Which rule sets can be asked for by their name, and what is answered to any other name.</summary>
public sealed class NamedRulesTests
{
    [Fact]
    public async Task OnlyTheRuleSetsThatAreShownCanBeAskedFor()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapNegotiationRules(configure: options => options.Shows = name => name == "second"), null, "first", "second");

        Assert.Equal("second", (await app.GetAsync("/rules")).Json.EnumerateArray().Single().GetProperty("name").GetString());
        foreach (var path in new[] { "/rules/first", "/rules/first/schema" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync(path)).Status);
        }

        var answer = await app.PostAsync("/rules/first/evaluate", "{}");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("There is only `second`.", answer.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("harbor", "Did you mean `harbour`?")]
    [InlineData("treaty", "There are `harbour`, `second` and `delta`.")]
    public async Task ANameThatIsNoRuleSetIsToldWhatMayBeMeant(string name, string expected)
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(), null, "harbour", "second", "delta");

        var answer = await app.GetAsync($"/rules/{name}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(expected, answer.Json.GetProperty("detail").GetString());
    }
}
