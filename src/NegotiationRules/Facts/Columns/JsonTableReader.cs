using System.Text.Json;
using System.Text.Unicode;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills tables from scenarios in UTF-8 JSON, without a string or a tree in between.</summary>
/// <remarks>
/// <para>Only what a table lays out is turned into values. Of the rest it is seen to that it is JSON, that the names are those of the
/// vocabulary and come once, and that values are of the right kind; whether a text is one of those allowed, a number within its bounds, a
/// date one of the calendar is not asked of facts that no rule reads.</para>
/// <para>Whatever is unusual is declined: faults of any kind, facts stated with a source, comments, names with escapes. Whoever asks then
/// reads the scenario the plain way, which reports the faults, so that there is one place that knows how. What is accepted is filled in as
/// <see cref="FactTable.Add"/> does it.</para>
/// <para>Makes no garbage once it has met what scenarios hold. One for each thread.</para>
/// </remarks>
internal sealed partial class JsonTableReader
{
    private readonly FillPlan _plan;
    private readonly TableFiller _filler;
    private readonly JsonExtras _extras = new();
    private readonly JsonReaderOptions _options;
    private readonly int _longest;

    public JsonTableReader(FactLayout layout, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        _plan = new FillPlan(layout);
        _filler = new TableFiller(_plan);

        // A text so short cannot have more values, nor more elements in a list, than the limits allow.
        _longest = Math.Min(limits.Characters, Math.Min(limits.Values, limits.ListLength));
        _options = new JsonReaderOptions { MaxDepth = Math.Clamp(limits.Depth, 1, 256) };
        IsAvailable = _plan.IsAvailable && limits.Depth > 0;
    }

    /// <summary>Whether any scenario can be read.</summary>
    public bool IsAvailable { get; }

    /// <summary>Adds a scenario to a table.</summary>
    /// <param name="utf8">The scenario: one JSON object.</param>
    /// <param name="table">The table, laid out as this reader was made for.</param>
    /// <returns>Whether it was added. If not, the table is as it was, and the scenario is to be read the plain way.</returns>
    public bool TryAdd(ReadOnlySpan<byte> utf8, FactTable table)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (!IsAvailable || utf8.Length > _longest || !Utf8.IsValid(utf8))
        {
            return false;
        }

        var row = _filler.Begin(table);
        _extras.Clear();
        var isRead = false;
        try
        {
            var reader = new Utf8JsonReader(utf8, _options);
            isRead =
                reader.Read()
                && reader.TokenType == JsonTokenType.StartObject
                && TryReadRecord(ref reader, utf8, _plan.Root!, row)
                && !reader.Read();
        }
        catch (JsonException)
        {
            // It is no JSON, and the plain way says why.
        }

        if (isRead)
        {
            _filler.End();
        }
        else
        {
            _filler.TakeBack();
        }

        return isRead;
    }

    private bool TryReadRecord(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, RecordPlan plan, int row)
    {
        var (slot, extras) = (-1, -1);
        ulong seen = 0, lists = 0, said = 0, complete = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueIsEscaped)
            {
                return false;
            }

            var next = SlotAfter(plan, slot, reader.ValueSpan);
            if (next < 0)
            {
                if (!MayHave(plan, reader.ValueSpan) || !_extras.TrySkip(ref reader, utf8, ref extras))
                {
                    return false;
                }

                continue;
            }

            slot = next;
            var bit = 1ul << slot;
            if ((seen & bit) != 0)
            {
                return false;
            }

            seen |= bit;
            reader.Read();
            var fact = plan.Facts[slot];
            if ((plan.Completed & bit) != 0)
            {
                // Whether it is complete is known at the end of the object.
                if (reader.TokenType != JsonTokenType.Null)
                {
                    lists |= bit;
                    if (!TryReadElements(ref reader, utf8, fact.List!, row))
                    {
                        return false;
                    }
                }
            }
            else if (!TryReadValue(ref reader, utf8, fact, row))
            {
                return false;
            }
            else if (fact.Completes != 0)
            {
                said |= reader.TokenType != JsonTokenType.Null ? fact.Completes : 0;
                complete |= reader.TokenType == JsonTokenType.True ? fact.Completes : 0;
            }
        }

        _extras.Leave(extras);
        _filler.FillMissing(plan, plan.Reads & ~seen & ~plan.Completed, row);
        if (plan.Completed != 0)
        {
            _filler.EndCompleted(plan, lists, said, complete, row);
        }

        return true;
    }

    private static int SlotAfter(RecordPlan plan, int slot, ReadOnlySpan<byte> name)
    {
        var next = plan.After(slot);
        if (next < plan.Names.Length && name.SequenceEqual(plan.Names[next]))
        {
            return next;
        }

        next = plan.SlotOf(name);
        if (next >= 0)
        {
            plan.Follow(slot, next);
        }

        return next;
    }

    private bool MayHave(RecordPlan plan, ReadOnlySpan<byte> name) =>
        plan.Type.AllowsMore || (ReferenceEquals(plan, _plan.Root) && name.SequenceEqual("$schema"u8));

    private bool TryReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, FactPlan fact, int row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (fact.IsRead)
            {
                _filler.Fill(fact, fact.Absent, row);
            }

            return true;
        }

        return fact switch
        {
            { Record: { } record } => TryReadObject(ref reader, utf8, fact, record, row),
            { List: { } list } => TryReadList(ref reader, utf8, fact, list, row),
            { IsLaidOut: true } => TryReadScalar(ref reader, fact, row),
            _ => IsOfKind(ref reader, fact.Type),
        };
    }

    private bool TryReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, FactPlan fact, RecordPlan record, int row)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        _filler.FillPresent(fact, row);
        return TryReadRecord(ref reader, utf8, record, row);
    }

    private bool TryReadList(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, FactPlan fact, ListPlan list, int row)
    {
        var isComplete = true;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            // What it says of itself may contradict what a fact beside it says.
            if (fact.Type is ListType { CompleteBy: not null } || !TryReadPartlyKnown(ref reader, utf8, list, row, out isComplete))
            {
                return false;
            }
        }
        else if (!TryReadElements(ref reader, utf8, list, row))
        {
            return false;
        }

        _filler.FillPresent(fact, row);
        _filler.EndList(list, row, isComplete);
        return true;
    }

    // { "known": [ … ], "complete": false }
    private bool TryReadPartlyKnown(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ListPlan list, int row, out bool isComplete)
    {
        isComplete = false;
        var (hasKnown, hasComplete) = (false, false);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (!hasKnown && reader.ValueSpan.SequenceEqual("known"u8))
            {
                hasKnown = true;
                reader.Read();
                if (!TryReadElements(ref reader, utf8, list, row))
                {
                    return false;
                }
            }
            else if (!hasComplete && reader.ValueSpan.SequenceEqual("complete"u8))
            {
                hasComplete = true;
                reader.Read();
                isComplete = reader.TokenType == JsonTokenType.True;
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
                {
                    return false;
                }
            }
            else
            {
                return false;
            }
        }

        return hasKnown;
    }

    private bool TryReadElements(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ListPlan list, int row)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var level = list.Level >= 0 ? _filler.Levels[list.Level] : null;
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (!TryReadValue(ref reader, utf8, list.Element, level is null ? -1 : level.AddElement(row, isSupposed: false)))
            {
                return false;
            }
        }

        return !(count > list.MaxItems);
    }
}
