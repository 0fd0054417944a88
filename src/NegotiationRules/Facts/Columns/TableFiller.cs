using System.Numerics;

namespace NegotiationRules.Facts.Columns;

/// <summary>Adds a scenario to a table fact by fact, in whatever order the facts come; or not at all, if it is taken back.</summary>
/// <remarks>Used by whoever reads scenarios from something else than a <see cref="FactRecord"/>. One for each thread.</remarks>
internal sealed class TableFiller(FillPlan plan)
{
    private FactTable _table = null!;
    private PlainTable? _plain;

    /// <summary>The columns to fill, by the numbers of the plan.</summary>
    public ColumnValues[] Columns { get; private set; } = [];

    /// <summary>The levels to fill, by the numbers of the plan.</summary>
    public LevelRows[] Levels { get; private set; } = [];

    /// <summary>Begins a scenario.</summary>
    /// <param name="table">Where to add it; laid out as the plan is.</param>
    /// <returns>The place of the scenario in its columns.</returns>
    public int Begin(FactTable table)
    {
        if (!ReferenceEquals(_table, table))
        {
            Attach(table, plan.IsPlain ? null : new PlainTable(plan, table.Texts));
        }

        return Levels[0].AddElement(-1, isSupposed: false);
    }

    /// <summary>Fills in facts of a table whose rows somebody else begins and ends.</summary>
    /// <param name="table">The table, laid out as the plan is.</param>
    /// <param name="plain">What stands for it where the layout is not plain itself.</param>
    public void Attach(FactTable table, PlainTable? plain)
    {
        (_table, _plain) = (table, plain);
        (Columns, Levels) = ((plain?.Table ?? table).Columns, (plain?.Table ?? table).Levels);
    }

    /// <summary>Ends the scenario: it is one of the table.</summary>
    public void End()
    {
        foreach (var level in Levels)
        {
            level.CloseColumns();
        }

        if (_plain is not null)
        {
            _plain.SpreadOut(_table);
            _plain.Table.ClearRows();
        }
    }

    /// <summary>Takes back what was begun.</summary>
    public void TakeBack()
    {
        if (_plain is null)
        {
            _table.TruncateTo(Levels[0].Count - 1);
        }
        else
        {
            _plain.Table.ClearRows();
        }
    }

    /// <summary>Fills in what is not stated of an object.</summary>
    /// <param name="record">The object.</param>
    /// <param name="missing">The slots, a bit for each.</param>
    /// <param name="row">The place of the element it belongs to.</param>
    public void FillMissing(RecordPlan record, ulong missing, int row)
    {
        for (; missing != 0; missing &= missing - 1)
        {
            var fact = record.Facts[BitOperations.TrailingZeroCount(missing)];
            Fill(fact, fact.Absent, row);
        }
    }

    /// <summary>Fills in a fact, and all that is in it, with a value or with nothing known.</summary>
    public void Fill(FactPlan fact, FactValue value, int row)
    {
        if (fact.Column >= 0)
        {
            Columns[fact.Column].Fill(row, value);
        }

        foreach (var presence in fact.Presences)
        {
            Columns[presence].Fill(row, value);
        }

        if (fact.Record is { Reads: not 0 } record)
        {
            for (var reads = record.Reads; reads != 0; reads &= reads - 1)
            {
                var slot = BitOperations.TrailingZeroCount(reads);
                Fill(record.Facts[slot], value.IsKnown ? value.Record[slot] : FactValue.Unknown, row);
            }
        }
        else if (fact.List is { Level: >= 0 } list)
        {
            if (value.IsKnown)
            {
                foreach (var element in value.List.Elements)
                {
                    Fill(list.Element, element, Levels[list.Level].AddElement(row, isSupposed: false));
                }
            }

            EndList(list, row, value.IsKnown && value.List.IsComplete);
        }
    }

    /// <summary>Fills in that an object or a list is stated.</summary>
    public void FillPresent(FactPlan fact, int row)
    {
        foreach (var presence in fact.Presences)
        {
            Columns[presence].FillPresent(row);
        }
    }

    /// <summary>Ends a list whose known elements have been added.</summary>
    /// <param name="list">The list.</param>
    /// <param name="row">The place of the element that has it.</param>
    /// <param name="isComplete">Whether there are no others.</param>
    public void EndList(ListPlan list, int row, bool isComplete)
    {
        // Of a list of which rules only ask whether it is known, no elements are laid out.
        if (list.Level < 0)
        {
            return;
        }

        var level = Levels[list.Level];
        if (!isComplete && list.MaxItems != level.Open)
        {
            Fill(list.Element, FactValue.Unknown, level.AddElement(row, isSupposed: true));
        }

        level.CloseList();
    }

    /// <summary>Ends the lists of an object that facts beside them call complete.</summary>
    /// <param name="record">The object.</param>
    /// <param name="stated">The slots of the lists whose known elements have been added, a bit for each.</param>
    /// <param name="said">The lists of which it is said whether they are complete, by the bits of <see cref="FactPlan.Completes"/>.</param>
    /// <param name="complete">Those that are.</param>
    /// <param name="row">The place of the element that the object belongs to.</param>
    public void EndCompleted(RecordPlan record, ulong stated, ulong said, ulong complete, int row)
    {
        for (var i = 0; i < record.CompletedLists.Length; i++)
        {
            var (slot, ifAbsent) = record.CompletedLists[i];
            var isComplete = (said >> i & 1) != 0 ? (complete >> i & 1) != 0 : ifAbsent.IsTrue;
            var fact = record.Facts[slot];
            if ((stated >> slot & 1) == 0)
            {
                Fill(fact, FactList.WithCompleteness(fact.Absent, isComplete), row);
                continue;
            }

            FillPresent(fact, row);
            EndList(fact.List!, row, isComplete);
        }
    }
}
