using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using FastExpressionCompiler;
using NegotiationRules.Benchmarks.Workload;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Benchmarks.Peers;

/// <summary>The expressions of the RulesEngine workflow, each parsed and compiled once.</summary>
internal static class DynamicLinqRules
{
    public static Func<Situation, bool>[] Compile() =>
        [.. JObject.Parse(TenWorkflowRules.Text)["Rules"]!.Select(rule => Compile((string)rule["Expression"]!))];

    private static Func<Situation, bool> Compile(string expression)
    {
        var input = Expression.Parameter(typeof(Situation), "input1");
        var lambda = DynamicExpressionParser.ParseLambda(ParsingConfig.Default, false, [input], typeof(bool), expression);
        return ((Expression<Func<Situation, bool>>)lambda).CompileFast();
    }
}
