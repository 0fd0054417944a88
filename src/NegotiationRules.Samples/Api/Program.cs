using NegotiationRules;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddNegotiationRules("talks", "rules/talks.rules.json");
builder.Services.AddOpenApi();

var app = builder.Build();
app.MapOpenApi();

// What the rules are, and what they say: GET /rules, GET /rules/talks, POST /rules/talks/explain.
app.MapNegotiationRules("/rules");

// Open only while the preconditions are met; otherwise the answer says what stands in the way, or what is not known.
app.MapPost("/talks", (ScenarioBody body, HttpContext context) => new Begun("The talks begin.", [.. Warnings(context.GetVerdict()!)]))
    .RequireValid("talks");

app.Run();

static IEnumerable<string> Warnings(Verdict verdict) => verdict.Warnings.Select(rule => rule.Reason() ?? rule.Rule.Id);

internal sealed record Begun(string Message, IReadOnlyList<string> Warnings);

/// <summary>For tests, which start it.</summary>
public sealed partial class Program;
