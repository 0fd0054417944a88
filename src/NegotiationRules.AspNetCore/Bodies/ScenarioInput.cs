using Microsoft.AspNetCore.Mvc.Formatters;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Bodies;

/// <summary>Reads scenarios for controllers.</summary>
internal sealed class ScenarioInput : InputFormatter
{
    public ScenarioInput()
    {
        SupportedMediaTypes.Add("application/json");
        SupportedMediaTypes.Add("application/*+json");
    }

    protected override bool CanReadType(Type type) => type == typeof(Scenario);

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (scenario, fault) = await BodyBytes.ReadScenarioAsync(context.HttpContext).ConfigureAwait(false);
        if (scenario is not null)
        {
            return await InputFormatterResult.SuccessAsync(scenario).ConfigureAwait(false);
        }

        foreach (var (path, messages) in fault!.Diagnostics.Count > 0
            ? DiagnosticProblem.ErrorsOf(fault.Diagnostics)
            : new() { ["$"] = [$"{fault.Title}. {fault.Detail}"] })
        {
            foreach (var message in messages)
            {
                context.ModelState.TryAddModelError(path, message);
            }
        }

        return await InputFormatterResult.FailureAsync().ConfigureAwait(false);
    }
}
