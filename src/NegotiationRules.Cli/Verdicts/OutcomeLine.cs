using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Conditions;
using NegotiationRules.Reports;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>The outcomes of all stages and rules as members of a JSON object:
/// <c>"stages":{"talks":"invalid"},"rules":{"military-on-both-sides":"violated"}</c>.</summary>
/// <remarks>The outcomes of a <see cref="VerdictReport"/>, which reads such a line. All that it may consist of is made once; writing one is
/// putting pieces together.</remarks>
internal sealed class OutcomeLine
{
    private static readonly byte[] BeforeStages = Encoding.UTF8.GetBytes($"\"{ReportTree.Stages}\":{{");
    private static readonly byte[] BeforeRules = Encoding.UTF8.GetBytes($"}},\"{ReportTree.Rules}\":{{");

    private readonly byte[][][] _stages;
    private readonly byte[][][] _rules;

    /// <param name="stages">The names of the stages, in the order in which their outcomes are given.</param>
    /// <param name="rules">The rules, in the order in which their outcomes are given.</param>
    public OutcomeLine(IEnumerable<string> stages, IEnumerable<Rule> rules)
    {
        _stages = [.. stages.Select((name, i) => Members(name, i == 0, Enum.GetValues<StageOutcome>().Select(Words.Of)))];
        _rules = [.. rules.Select((rule, i) => Members(rule.Id, i == 0, Enum.GetValues<RuleOutcome>().Select(Words.Of)))];
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        output.Write(BeforeStages);
        for (var i = 0; i < stages.Length; i++)
        {
            output.Write(_stages[i][(int)stages[i]]);
        }

        output.Write(BeforeRules);
        for (var i = 0; i < rules.Length; i++)
        {
            output.Write(_rules[i][(int)rules[i]]);
        }

        output.Write("}"u8);
    }

    /// <summary>Writes the same of an answer, and behind it what else programs are told.</summary>
    public void Write(IBufferWriter<byte> output, Answer answer)
    {
        Write(output, answer.StageOutcomes, answer.RuleOutcomes);
        var more = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(more, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            answer.WriteMore(json);
            json.WriteEndObject();
        }

        // Without the braces they are members of the object that is open.
        if (more.WrittenSpan[1..^1] is { IsEmpty: false } members)
        {
            output.Write(","u8);
            output.Write(members);
        }
    }

    // A member for each outcome, with the comma before it.
    private static byte[][] Members(string name, bool isFirst, IEnumerable<string> outcomes) =>
        [.. outcomes.Select(outcome => Encoding.UTF8.GetBytes($"{(isFirst ? string.Empty : ",")}{Quoted(name)}:{Quoted(outcome)}"))];

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JsonOutput.OneLine.Encoder)}\"";
}
