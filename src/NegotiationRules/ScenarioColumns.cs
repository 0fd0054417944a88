using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The facts of many scenarios side by side, for a simulation that writes them straight into place.</summary>
/// <remarks>
/// <para>Begun by <see cref="ScenarioBatch.BeginColumns"/>. First say how long lists are, outer lists before inner ones; then ask for the
/// spans of facts and write them; then <see cref="End"/>. A fact of the scenario has one place for each scenario; a fact of list elements
/// has one for each element, those of the first scenario first, and all are
/// known unless <see cref="Known"/> says otherwise. What is not asked for has its default, or is unknown.</para>
/// <para>Paths lead from the scenario, through lists too: <c>parties.delegates.role</c>. Only what some rule reads, or asks to be known,
/// has a column: see <see cref="Has"/>. An object of which a rule asks whether it is known counts as known if anything in it was written,
/// or where <see cref="Known"/> says so; a list if its length was said.
/// Spans are as they were left by the last batch, so write every place of them.</para>
/// <para>A path without a column, and a kind of span that is not the column's, is an <see cref="ArgumentException"/> that says which it is.
/// After <see cref="End"/> there is nothing to write until the next are begun: to ask for a span or to set lists is an
/// <see cref="InvalidOperationException"/>. For one thread at a time.</para>
/// </remarks>
public sealed class ScenarioColumns
{
    private readonly ScenarioBatch _batch;
    private readonly FactTable _table;
    private readonly ColumnFiller _filler;
    private int _count;

    internal ScenarioColumns(ScenarioBatch batch, FactTable table)
    {
        _batch = batch;
        _table = table;
        _filler = new ColumnFiller(table.Layout);
    }

    /// <summary>What is written, for whoever has values in another layout.</summary>
    internal ColumnFiller Filler => _filler;

    internal bool IsOpen { get; private set; }

    internal void Begin(int count)
    {
        _count = count;
        IsOpen = true;
        _filler.Begin(_table, count);
    }

    internal void Leave() => IsOpen = false;

    internal FactRecord FactsOf(int scenario) => TableFacts.Read(_filler.Written, scenario);

    /// <summary>One scenario to be written for all, but for a few facts that vary.</summary>
    internal RepeatedFacts Prepare(FactRecord facts) => new(_filler.Plain, _filler.Texts, facts);

    /// <summary>Writes all columns: the same facts everywhere, but for those that vary.</summary>
    /// <param name="facts">The facts, prepared for these columns.</param>
    /// <param name="places">Of each fact that varies, which of its values each scenario has.</param>
    internal void Repeat(RepeatedFacts facts, VariedPlaces[] places) => facts.Write(_filler, _count, places);

    /// <summary>Whether some rule reads a fact, goes over a list, or asks whether a fact, an object or a list is known.</summary>
    /// <param name="path">The path of the fact, the object or the list.</param>
    public bool Has(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _filler.ColumnOf(path) >= 0 || _filler.LevelOf(path) >= 0;
    }

    /// <summary>Says how long each list is; the lists are complete, whatever a fact beside them says.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="lengths">The length of each, in the order of the scenarios, or of the elements around them.</param>
    /// <exception cref="ArgumentException">There are more or fewer lists, or one has more elements than it may, or all together more than a
    /// table can hold. It can be said anew.</exception>
    /// <exception cref="InvalidOperationException">The lists around it have no lengths yet, or it has them already.</exception>
    public void SetLists(string path, ReadOnlySpan<int> lengths)
    {
        if (LevelOf(path) is >= 0 and var level)
        {
            _filler.SetLists(level, lengths);
        }
        else
        {
            _filler.SetKnown(PresenceOf(path), lengths);
        }
    }

    /// <summary>Says that all lists have the same length; they are complete, whatever a fact beside them says.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="length">The length of each.</param>
    /// <inheritdoc cref="SetLists(string, ReadOnlySpan{int})" path="/exception"/>
    public void SetLists(string path, int length)
    {
        if (LevelOf(path) is >= 0 and var level)
        {
            _filler.SetLists(level, length);
        }
        else
        {
            _filler.SetKnown(PresenceOf(path), length);
        }
    }

    /// <summary>Whole or fixed-point numbers whose bounds in the vocabulary fit in 32 bits, fixed-point ones in steps: with steps of 0.01,
    /// 1.5 is 150.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<int> Integers(string path) => ColumnOf(path, ColumnStorage.Ints).WriteInts();

    /// <summary>Whole or fixed-point numbers, in steps, whose bounds do not fit in 32 bits; or instants, in ticks of UTC as
    /// <see cref="DateTime.Ticks"/>.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<long> LongIntegers(string path) => ColumnOf(path, ColumnStorage.Longs).WriteLongs();

    /// <summary>Numbers in floating point.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<double> Reals(string path) => ColumnOf(path, ColumnStorage.Reals).WriteReals();

    /// <summary>Facts that are true or false: a bit for each, 64 to a word, the first in the lowest place.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<ulong> Booleans(string path) => ColumnOf(path, ColumnStorage.Bits).WriteBits();

    /// <summary>Texts, by the codes that <see cref="CodeOf"/> gives.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<int> Texts(string path) => ColumnOf(path, ColumnStorage.Codes).WriteCodes();

    /// <summary>Days, as <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="path">The path of the fact.</param>
    public Span<int> Days(string path) => ColumnOf(path, ColumnStorage.Days).WriteDays(out _);

    /// <summary>Dates of which only a span of days is known, as <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="path">The path of the fact.</param>
    /// <param name="last">The last day that each may be.</param>
    /// <returns>The first day that each may be.</returns>
    public Span<int> Days(string path, out Span<int> last) => ColumnOf(path, ColumnStorage.Days).WriteDays(out last);

    /// <summary>Which values of a fact are known: a bit for each, 64 to a word, all set. To be asked for after the values.</summary>
    /// <remarks>Of an object or a list, which have no values: where it is known. What is not asked for follows from what is written inside
    /// it.</remarks>
    /// <param name="path">The path of the fact, the object or the list.</param>
    public Span<ulong> Known(string path) => _filler.Column(ColumnOf(path)).WriteKnown();

    /// <summary>The code of a text. It stays the same for this batch, so one is asked for once.</summary>
    /// <param name="text">The text.</param>
    public int CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _filler.Texts.CodeOf(text);
    }

    /// <summary>Ends the columns: the scenarios are those of the batch.</summary>
    /// <exception cref="InvalidOperationException">A value is not one of its type (out of bounds, not one of the texts allowed, not a day
    /// of the calendar), and the message says which. The batch is empty then.</exception>
    public void End()
    {
        if (!TryEnd(out var fault))
        {
            throw new InvalidOperationException($"The columns have no value of their kind everywhere: {fault}.");
        }
    }

    /// <summary>The same without an exception for a value that is not one of its type.</summary>
    internal bool TryEnd(out ColumnFault fault)
    {
        ThrowIfClosed();
        IsOpen = false;
        if (!_filler.TryEnd(out fault))
        {
            _batch.Clear();
            return false;
        }

        _batch.EndColumns(_count);
        return true;
    }

    private int LevelOf(string path)
    {
        ThrowIfClosed();
        ArgumentNullException.ThrowIfNull(path);
        return _filler.LevelOf(path);
    }

    private int PresenceOf(string path) =>
        _filler.PresenceOfList(path) is >= 0 and var column
            ? column
            : throw new ArgumentException($"No rule goes over a list '{path}'{Instead(path)}", nameof(path));

    private int ColumnOf(string path)
    {
        ThrowIfClosed();
        ArgumentNullException.ThrowIfNull(path);
        return _filler.ColumnOf(path) is >= 0 and var column
            ? column
            : throw new ArgumentException($"No rule reads a fact '{path}'{Instead(path)}", nameof(path));
    }

    // Of a fact that is there and that no rule reads, there is nothing more to say.
    private string Instead(string path) =>
        _batch.Rules.Vocabulary.Facts().Select(fact => fact.Path).ToList() is var known && known.Contains(path) ? "."
            : $", and the vocabulary has none{Spelling.Instead(path, known)}";

    private void ThrowIfClosed()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("No columns have been begun, or they have been ended.");
        }
    }

    private ColumnValues ColumnOf(string path, ColumnStorage storage)
    {
        var column = _filler.Column(ColumnOf(path));
        return column.Column.Storage == storage
            ? column
            : throw new ArgumentException(
                $"'{path}' is a column of {NameOf(column.Column.Storage)}, not of {NameOf(storage)}.",
                nameof(path)
            );
    }

    private static string NameOf(ColumnStorage storage) => storage switch
    {
        ColumnStorage.Ints => nameof(Integers),
        ColumnStorage.Longs => nameof(LongIntegers),
        ColumnStorage.Reals => nameof(Reals),
        ColumnStorage.Bits => nameof(Booleans),
        ColumnStorage.Codes => nameof(Texts),
        ColumnStorage.Presence => nameof(Known),
        _ => nameof(Days),
    };
}
