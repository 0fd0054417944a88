using NegotiationRules.Analysis;
using NegotiationRules.Native.Calls;
using NegotiationRules.Text;

namespace NegotiationRules.Native.Telling;

/// <summary>What it would take to make stages valid, as a list in JSON.</summary>
internal static class AdviceList
{
    public static string Write(Verdict verdict, string? stage, RemedyOptions options)
    {
        try
        {
            var stages = stage is null ? verdict.Stages.Select(each => each.Name) : [verdict.Stage(stage).Name];
            return JsonPrinter.Print(
                new JsonArray(default, [.. stages.Select(each => AdviceTree.Of(verdict.Advise(each, options), options.Most))]),
                indented: false);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or ArgumentException)
        {
            throw new CallException(Status.Argument, fault.Message);
        }
    }
}
