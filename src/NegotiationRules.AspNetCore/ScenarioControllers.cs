using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Bodies;

namespace NegotiationRules;

/// <summary>Scenarios as bodies of the actions of controllers.</summary>
public static class ScenarioControllers
{
    /// <summary>Lets the actions of controllers take a <see cref="Scenario"/> from the body: what is wrong with it stands in
    /// <c>ModelState</c> by the paths of its facts, which an <c>[ApiController]</c> answers with 400.</summary>
    /// <remarks>Whichever serializer the controllers use for other types. What evaluating finds wrong with the scenario goes there too:
    /// <c>foreach</c> over <see cref="ScenarioProblems.ToValidationErrors"/>, or the exception handler
    /// <see cref="ScenarioExceptionHandler"/>.</remarks>
    /// <param name="builder">The controllers: <c>services.AddControllers()</c>.</param>
    public static IMvcBuilder AddScenarios(this IMvcBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<MvcOptions>(options => options.InputFormatters.Insert(0, new ScenarioInput()));
        return builder;
    }
}
