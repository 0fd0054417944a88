using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Reads the facts of a scenario from .NET objects: those that conditions use, and no others. Safe to use from any
/// thread.</summary>
/// <remarks>What is null is absent. What no fact can hold, such as a number without end or an object missing in a list, makes the whole
/// unreadable.</remarks>
internal sealed class InputReader
{
    private readonly RecordType _root;
    private readonly ImmutableArray<Source> _sources;

    private InputReader(RecordType root, ImmutableArray<Source> sources)
    {
        _root = root;
        _sources = sources;
    }

    /// <summary>Makes ready to read.</summary>
    /// <param name="root">The scenario: the facts that are wanted.</param>
    /// <param name="slots">Where the values are that have them, by the name of the fact.</param>
    /// <param name="reckoned">The paths of the facts that are reckoned with.</param>
    /// <param name="properties">Which properties may be read.</param>
    public static InputReader Of(
        RecordType root, IReadOnlyDictionary<string, InputSlot> slots, IReadOnlySet<string> reckoned, PropertyReading properties)
    {
        var builder = new FactReaderBuilder(reckoned, properties);
        return new InputReader(root, [.. root.Properties.Select(p => SourceOf(slots[p.Name], p, builder))]);
    }

    /// <summary>Reads the facts.</summary>
    /// <param name="values">The values of all inputs and params, by their slots.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>Whether all could be read.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A property can end in any exception, and RulesEngine makes a message of it."
    )]
    public bool TryRead(object?[] values, [NotNullWhen(true)] out FactRecord? facts)
    {
        try
        {
            return TryReadAll(values, out facts);
        }
        catch (Exception)
        {
            facts = null;
            return false;
        }
    }

    private bool TryReadAll(object?[] values, [NotNullWhen(true)] out FactRecord? facts)
    {
        facts = null;
        var read = new FactValue[_sources.Length];
        var now = default(DateTime);
        for (var i = 0; i < read.Length; i++)
        {
            var source = _sources[i];
            if (source.Clock is { } clock)
            {
                now = now == default ? DateTime.UtcNow : now;
                read[i] = FactValue.OfUtcTicks((clock == DateTimeKind.Local ? now.ToLocalTime() : now).Ticks);
            }
            else if (!source.Reader!.TryReadBoxed(values[source.Slot], out read[i]))
            {
                return false;
            }
        }

        facts = new FactRecord(_root, read, null);
        return true;
    }

    private static Source SourceOf(InputSlot slot, Property wanted, FactReaderBuilder builder) =>
        slot.Clock is { } clock
            ? new Source(0, null, clock)
            : new Source(slot.Index, builder.Build(slot.Type, slot.Input, wanted.Type, wanted.Name), null);

    private readonly record struct Source(int Slot, FactReader? Reader, DateTimeKind? Clock);
}
