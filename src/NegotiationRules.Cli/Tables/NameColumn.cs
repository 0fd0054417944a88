using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace NegotiationRules.Cli.Tables;

/// <summary>The column <c>id</c> of a table of outcomes: what rows are called, or their numbers where they have no names.</summary>
/// <param name="type">The column that names them among the scenarios; <see langword="null"/> if there is none.</param>
/// <param name="hasNames">Whether they have names.</param>
internal sealed class NameColumn(IArrowType? type, bool hasNames)
{
    private const string Name = "id";

    private readonly StringArray.Builder _texts = new();
    private readonly Int64Array.Builder _numbers = new();
    private readonly bool _hasTexts = hasNames && (type is null || !RowIds.AreWhole(type));

    /// <summary>What the column is.</summary>
    public Field Field => new(Name, _hasTexts ? StringType.Default : Int64Type.Default, nullable: true);

    /// <summary>Adds a row.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="name">Its name, if it has one.</param>
    public void Add(long number, string? name)
    {
        if (_hasTexts)
        {
            _texts.Append(name);
        }
        else if (!hasNames)
        {
            _numbers.Append(number);
        }
        else
        {
            _numbers.Append(name is null ? null : long.Parse(name, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The rows that were added, and begins anew.</summary>
    public IArrowArray Build()
    {
        IArrowArray built = _hasTexts ? _texts.Build() : _numbers.Build();
        _texts.Clear();
        _numbers.Clear();
        return built;
    }
}
