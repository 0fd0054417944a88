using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills tables from .NET objects, by the properties whose facts a table lays out.</summary>
/// <remarks>
/// <para>What it finds out by reflection it finds out once; then every property is read through a delegate of its own type, and nothing is
/// boxed. Properties that are not laid out are not read. What is accepted is filled in as if the object had been made a
/// <see cref="Scenario"/>, bound and added.</para>
/// <para>Whatever is unusual is declined, and whoever asks then goes the plain way: objects of a derived type, values out of bounds, and,
/// for the type as a whole (<see cref="IsAvailable"/>), properties that are no facts of the vocabulary or of a type that is not followed
/// here.</para>
/// <para>Makes no garbage where lists are arrays or <see cref="List{T}"/>. One for each thread.</para>
/// </remarks>
internal sealed class ObjectTableReader<T>
    where T : class
{
    private readonly TableFiller _filler;
    private readonly ObjectFiller<T>? _root;
    private FactTable? _table;

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public ObjectTableReader(FactLayout layout, ObjectOptions options)
    {
        var plan = new FillPlan(layout);
        _filler = new TableFiller(plan);
        _root = plan.IsAvailable ? new ObjectFillerBuilder(options, _filler).Build<T>(plan.Root!, isRoot: true) : null;
    }

    /// <summary>Whether objects of this type can be read at all.</summary>
    public bool IsAvailable => _root is not null;

    /// <summary>Adds a scenario to a table.</summary>
    /// <param name="scenario">The object. Nobody may change it meanwhile.</param>
    /// <param name="table">The table, laid out as this reader was made for.</param>
    /// <returns>Whether it was added. If not, the table is as it was.</returns>
    public bool TryAdd(T scenario, FactTable table)
    {
        if (_root is null)
        {
            return false;
        }

        var row = _filler.Begin(table);
        if (!ReferenceEquals(_table, table))
        {
            _table = table;
            _root.Bind();
        }

        var isAdded = false;
        try
        {
            isAdded = _root.TryFill(scenario, row);
        }
        finally
        {
            // What a property throws is not caught, but nothing is left behind.
            if (!isAdded)
            {
                _filler.TakeBack();
            }
        }

        if (isAdded)
        {
            _filler.End();
        }

        return isAdded;
    }
}
