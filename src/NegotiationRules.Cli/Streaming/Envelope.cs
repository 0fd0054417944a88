using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Streaming;

/// <summary>What surrounds the scenario in a line.</summary>
/// <param name="facts">Where the scenario stands.</param>
/// <param name="id">Where its name stands; <see langword="null"/> if lines go by their numbers.</param>
internal sealed class Envelope(JsonPointer facts, JsonPointer? id)
{
    /// <summary>Whether lines have names.</summary>
    public bool HasNames => id is not null;

    /// <summary>Where the scenario stands.</summary>
    public JsonPointer Facts => facts;

    /// <summary>Where its name stands; <see langword="null"/> if lines go by their numbers.</summary>
    public JsonPointer? Id => id;

    /// <summary>Finds name and scenario in a line.</summary>
    /// <param name="line">The line in UTF-8.</param>
    /// <param name="name">The name as JSON; <see langword="null"/> if none is asked for, or none was found.</param>
    /// <param name="scenario">The scenario, if there is no fault.</param>
    /// <param name="fault">What is wrong with the line.</param>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public void Open(ReadOnlySpan<byte> line, out Range? name, out Range scenario, out string? fault)
    {
        name = null;
        scenario = Range.All;
        fault = null;
        if (id is not null)
        {
            fault = Find(line, id, out name);
            if (fault is null && line[name!.Value.Start] is not ((byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            {
                name = null;
                fault = $"what stands at `{id}` is neither text nor a number";
            }
        }

        // The whole line is read by the scenario's own reader.
        if (fault is null && !facts.Names.IsEmpty)
        {
            fault = Find(line, facts, out var found);
            scenario = found ?? Range.All;
        }
    }

    private static string? Find(ReadOnlySpan<byte> line, JsonPointer pointer, out Range? found)
    {
        if (JsonSearch.TryFind(pointer, line, out found))
        {
            return found is null ? $"nothing stands at `{pointer}`" : null;
        }

        found = null;
        return $"`{pointer}` leads to two values: a name stands twice";
    }
}
