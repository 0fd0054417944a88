using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--distribution</c>: how often the values of facts occur, as JSON or a file of it.</summary>
internal sealed class DistributionOption : Option<string?>
{
    public DistributionOption()
        : base("--distribution")
    {
        HelpName = "JSON";
        Description = "How often values occur, or a file that says so: { \"members.vote\": { \"for\": 0.6, \"against\": 0.4 } } "
            + "[default: each as often as any other]";
    }

    /// <summary>What was said; if it is no such JSON, standard error says so.</summary>
    public bool TryRead(
        ParseResult arguments, Terminal terminal,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? distribution)
    {
        distribution = new Dictionary<string, IReadOnlyDictionary<string, decimal>>();
        if (arguments.GetValue(this) is not { } text)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(text.TrimStart().StartsWith('{') ? text : File.ReadAllText(text));
            distribution = json.RootElement.EnumerateObject().ToDictionary(
                fact => fact.Name,
                fact => (IReadOnlyDictionary<string, decimal>)fact.Value.EnumerateObject()
                    .ToDictionary(value => value.Name, value => value.Value.GetDecimal(), StringComparer.Ordinal),
                StringComparer.Ordinal);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            UsageFaults.ReportFault(
                "--distribution is no JSON that gives each value of each fact a number",
                "write it so: { \"members.vote\": { \"for\": 0.6, \"against\": 0.4 } }", terminal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            UsageFaults.ReportFault(
                $"`{text}` cannot be read: {OneLine.Of(fault.Message)}",
                "give a file of JSON, or the JSON itself, which begins with `{`", terminal);
        }

        distribution = null;
        return false;
    }
}
