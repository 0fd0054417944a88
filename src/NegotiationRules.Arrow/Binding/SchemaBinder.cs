using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using ListType = NegotiationRules.Facts.ListType;

namespace NegotiationRules.Arrow.Binding;

/// <summary>Finds the facts that the fields of a schema are. What is no fact, and what cannot hold its fact, is told before any row is
/// read.</summary>
internal sealed class SchemaBinder
{
    private readonly DiagnosticBag _bag = new();
    private readonly SchemaDiagnostics _diagnostics;

    private readonly bool _hasTextsAlone;

    private SchemaBinder(Vocabulary vocabulary, bool hasTextsAlone) =>
        (_diagnostics, _hasTextsAlone) = (new SchemaDiagnostics(_bag, vocabulary, hasTextsAlone), hasTextsAlone);

    /// <summary>Binds fields.</summary>
    /// <param name="fields">The fields of a scenario.</param>
    /// <param name="vocabulary">What a scenario may say.</param>
    /// <param name="hasTextsAlone">Whether all values are texts, numbers too, as in a file of comma-separated values.</param>
    /// <returns>The scenario as a field, whose facts are inside it.</returns>
    /// <exception cref="ScenarioException">A field is no fact, or cannot hold it.</exception>
    public static BoundField Bind(IReadOnlyList<Field> fields, Vocabulary vocabulary, bool hasTextsAlone = false)
    {
        var binder = new SchemaBinder(vocabulary, hasTextsAlone);
        var root = new BoundField(string.Empty, string.Empty, FieldRole.Object, vocabulary.Root, 0, null);
        binder.BindRecord(fields, root);
        return binder._bag.HasErrors ? throw new ScenarioException(binder._bag.ToSorted()) : root;
    }

    private void BindRecord(IReadOnlyList<Field> fields, BoundField into)
    {
        var type = (RecordType)into.Type;
        for (var i = 0; i < fields.Count; i++)
        {
            var name = fields[i].Name;
            var slot = type.SlotOf(name);
            if (slot >= 0)
            {
                Add(into, Bind(fields[i].DataType, i, name, PathOf(into, name), type.Properties[slot].Type), fields[i].Name);
            }
            else if (name.Contains('.', StringComparison.Ordinal))
            {
                BindPath(fields[i], i, into);
            }
            else if (!type.AllowsMore && !(into.Path.Length == 0 && name == "$schema"))
            {
                _diagnostics.NoFact(PathOf(into, name));
            }
        }
    }

    // agreement.form: the object around it is a column of its own for each of its facts.
    private void BindPath(Field field, int index, BoundField into)
    {
        var steps = field.Name.Split('.');
        foreach (var step in steps[..^1])
        {
            var slot = ((RecordType)into.Type).SlotOf(step);
            if (slot < 0 || ((RecordType)into.Type).Properties[slot].Type is not RecordType type)
            {
                _diagnostics.NoPath(PathOf(into, step), slot >= 0 && ((RecordType)into.Type).Properties[slot].Type is ListType, field.Name);
                return;
            }

            if (into.Find(step) is { Role: not FieldRole.Group })
            {
                _diagnostics.Twice(PathOf(into, step), field.Name);
                return;
            }

            var group = into.Find(step) ?? new BoundField(step, PathOf(into, step), FieldRole.Group, type, 0, null);
            if (into.Find(step) is null)
            {
                into.Inside.Add(group);
            }

            into = group;
        }

        var last = ((RecordType)into.Type).SlotOf(steps[^1]);
        if (last < 0)
        {
            _diagnostics.NoFact(PathOf(into, steps[^1]));
        }
        else
        {
            var type = ((RecordType)into.Type).Properties[last].Type;
            Add(into, Bind(field.DataType, index, steps[^1], PathOf(into, steps[^1]), type), field.Name);
        }
    }

    private void Add(BoundField into, BoundField? field, string column)
    {
        if (field is not null && into.Find(field.Name) is not null)
        {
            _diagnostics.Twice(field.Path, column);
        }
        else if (field is not null)
        {
            into.Inside.Add(field);
        }
    }

    private BoundField? Bind(IArrowType arrow, int index, string name, string path, FactType type)
    {
        switch (arrow, type)
        {
            case (NullType, _):
                return new BoundField(name, path, FieldRole.Value, type, index, arrow);
            case (StructType o, RecordType):
                var record = new BoundField(name, path, FieldRole.Object, type, index, arrow);
                BindRecord(o.Fields, record);
                return record;
            case (_, ListType list) when ListCells.Are(arrow):
                var bound = new BoundField(name, path, FieldRole.List, type, index, arrow);
                if (Bind(ListCells.ElementOf(arrow).DataType, 0, string.Empty, path, list.Element) is { } element)
                {
                    bound.Inside.Add(element);
                    return bound;
                }

                return null;
            case (StructType o, ListType) when Has(o, "known"):
                return BindStatement(o, index, name, path, type, "known");
            case (StructType o, _) when Has(o, "value"):
                return BindStatement(o, index, name, path, type, "value");
            case (_, not (RecordType or ListType)) when _hasTextsAlone || ColumnKinds.MayHold(arrow, type):
                return new BoundField(name, path, FieldRole.Value, type, index, arrow);
            default:
                _diagnostics.WrongKind(path, arrow, type);
                return null;
        }
    }

    private BoundField? BindStatement(StructType o, int index, string name, string path, FactType type, string key)
    {
        var statement = new BoundField(name, path, FieldRole.Statement, type, index, o);
        for (var i = 0; i < o.Fields.Count; i++)
        {
            var inside = o.Fields[i].Name == key
                ? Bind(o.Fields[i].DataType, i, key, path, type)
                : new BoundField(o.Fields[i].Name, path, FieldRole.Aside, type, i, o.Fields[i].DataType);
            if (inside is null)
            {
                return null;
            }

            statement.Inside.Add(inside with { Name = o.Fields[i].Name });
        }

        return statement;
    }

    private static bool Has(StructType o, string name) => o.Fields.Any(field => field.Name == name);

    private static string PathOf(BoundField around, string name) => around.Path.Length == 0 ? name : $"{around.Path}.{name}";
}
