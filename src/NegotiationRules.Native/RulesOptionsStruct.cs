using System.Runtime.InteropServices;
using System.Text.Json;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native;

/// <summary><c>nr_rules_options</c> of the header, member for member.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RulesOptionsStruct
{
    public nuint Size;
    public byte* Parameters;
    public byte* Root;
    public byte* Vocabulary;

    public static RuleSetOptions Read(RulesOptionsStruct* options)
    {
        if (options == null)
        {
            return RuleSetOptions.Default;
        }

        Taken.Size(options->Size, sizeof(RulesOptionsStruct), "nr_rules_options");
        return new RuleSetOptions
        {
            Parameters = options->Parameters == null ? RuleSetOptions.Default.Parameters : ReadParameters(options->Parameters),
            Root = Taken.TextOrNull(options->Root, "root"),
            Vocabulary = Taken.TextOrNull(options->Vocabulary, "vocabulary") is { } json ? NegotiationRules.Vocabulary.Parse(json) : null,
        };
    }

    /// <summary>Values of parameters by name, as a JSON object.</summary>
    public static IReadOnlyDictionary<string, object?> ReadParameters(byte* json)
    {
        try
        {
            using var document = JsonDocument.Parse(Taken.Text(json, "parameters"));
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                values[member.Name] = member.Value.Clone();
            }

            return values;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new CallException(Status.Argument, "The parameters are a JSON object of values by name: {\"leastTermYears\": 12}.");
        }
    }
}
