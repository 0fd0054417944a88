namespace NegotiationRules.Facts.Columns;

/// <summary>What becomes of a fact when a table is filled: where its value goes, and what is inside it.</summary>
internal sealed class FactPlan(FactType type, FactValue absent)
{
    private Utf8Index? _allowed;

    public FactType Type { get; } = type;

    /// <summary>What it is where a scenario does not state it.</summary>
    public FactValue Absent { get; } = absent;

    /// <summary>The column of its values, or -1.</summary>
    public int Column { get; init; } = -1;

    /// <summary>The columns that tell whether it is stated.</summary>
    public int[] Presences { get; init; } = [];

    /// <summary>What is inside it, if it is an object.</summary>
    public RecordPlan? Record { get; init; }

    /// <summary>What is inside it, if it is a list.</summary>
    public ListPlan? List { get; init; }

    /// <summary>The lists beside it that are complete if it is true, a bit for each.</summary>
    public ulong Completes { get; set; }

    /// <summary>Whether its value is laid out, so that a wrong one must not go unnoticed.</summary>
    public bool IsLaidOut => Column >= 0 || Presences.Length > 0;

    /// <summary>Whether a text in UTF-8 is one that it may be.</summary>
    public bool Allows(ReadOnlySpan<byte> text)
    {
        if (((TextType)Type).Values is not { } values)
        {
            return true;
        }

        if (_allowed is null)
        {
            _allowed = new Utf8Index();
            foreach (var value in values)
            {
                _allowed.Add(value, 0);
            }
        }

        return _allowed.Find(text) == 0;
    }

    /// <summary>Whether it, or anything in it, is laid out.</summary>
    public bool IsRead => IsLaidOut || Record is { Reads: > 0 } || List is { Level: >= 0 };
}
