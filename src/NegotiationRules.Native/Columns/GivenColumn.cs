using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>The values of a fact where the caller has them, and the column they go into.</summary>
internal sealed unsafe class GivenColumn
{
    private readonly ColumnStruct _given;

    public GivenColumn(ColumnStruct given, string path, Column column)
    {
        (_given, Path, Column) = (given, path, column);
        Kind = (ValueKind)given.Kind;
        Stride = given.Stride != 0 ? given.Stride : GivenValues.WidthOf(Kind);
        Known = new GivenKnown(given, path);
        ThrowIfOfOtherKind();
        Texts = column.Storage == ColumnStorage.Codes ? TextsOf(given, path) : [];
    }

    public string Path { get; }

    /// <summary>The column of the rules.</summary>
    public Column Column { get; }

    public ValueKind Kind { get; }

    public TimeUnit Unit => (TimeUnit)_given.Unit;

    public ValueFlags Flags => (ValueFlags)_given.Flags;

    public byte* Values => _given.Values;

    /// <summary>The last days that dates may be; null if they are days.</summary>
    public byte* Last => _given.Last;

    public long Stride { get; }

    public long Length => _given.Length;

    public GivenKnown Known { get; }

    /// <summary>The texts that codes stand for.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>What a value should be, in words.</summary>
    public string Expected => KindWords.Of(Column.Type);

    /// <summary>What becomes of a value that is none of the type.</summary>
    public CallException Fault(long at, string value) =>
        new(Status.Columns, $"`{Path}` at place {at}: {value} is not {Expected}.");

    // Where rules only ask whether it is known, any values will do: they tell where they are not.
    private void ThrowIfOfOtherKind()
    {
        var isGood = Column.Storage switch
        {
            ColumnStorage.Bits => Kind is ValueKind.Bool1 or ValueKind.Bool8,
            ColumnStorage.Codes => GivenValues.IsWhole(Kind) && _given.Texts != null,
            ColumnStorage.Days => GivenValues.IsWhole(Kind) && Unit != TimeUnit.None,
            ColumnStorage.Longs when Column.Type is DateTimeType =>
                GivenValues.IsWhole(Kind) && Unit is not (TimeUnit.None or TimeUnit.Days),
            ColumnStorage.Presence => true,
            _ => (GivenValues.IsWhole(Kind) || GivenValues.IsReal(Kind)) && Unit == TimeUnit.None && _given.Texts == null,
        };
        if (!isGood)
        {
            throw new CallException(Status.Columns, $"`{Path}` is {Expected}: give {Wanted()}.");
        }

        if (Kind != ValueKind.Present)
        {
            Taken.NotNull(_given.Values, $"values of `{Path}`");
        }
    }

    private string Wanted() => Column.Storage switch
    {
        ColumnStorage.Bits => "NR_BOOL8 or NR_BOOL1",
        ColumnStorage.Codes => "whole numbers as codes, and the texts that they stand for",
        ColumnStorage.Days => "whole numbers with a unit, such as NR_UNIT_DAYS",
        ColumnStorage.Longs when Column.Type is DateTimeType => "whole numbers with a unit shorter than a day, such as NR_UNIT_SECONDS",
        _ => "whole numbers or floating point, without a unit and without texts",
    };

    private static string[] TextsOf(ColumnStruct given, string path)
    {
        if (given.TextCount is < 0 or > int.MaxValue)
        {
            throw new CallException(Status.Argument, $"There cannot be {given.TextCount} texts of `{path}`.");
        }

        var texts = new string[given.TextCount];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Taken.Text(given.Texts[i], $"text {i} of `{path}`");
        }

        return texts;
    }
}
