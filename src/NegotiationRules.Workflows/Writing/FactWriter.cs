using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Facts and types, by their names.</summary>
internal sealed class FactWriter(WritingDiagnostics diagnostics, FactNames facts, bool factsAreInputs, WritingState state)
{
    public ExpressionSyntax Write(FactReference fact, WritingPlace place)
    {
        var start = place.At(fact.Depth);
        if (start.IsLost)
        {
            throw new UnwritableException(
                default,
                $"`{fact.Path}` is out of reach where elements of several lists are put in one order",
                "order the elements of one list"
            );
        }

        if (start.Element is null)
        {
            state.BareReads++;
            return Compose.Null;
        }

        // An element of a list that is a parameter is no fact.
        if (PathOf(fact, place) is { Length: > 0 } path)
        {
            diagnostics.Reads(path);
        }

        var (written, type) = (start.Element, start.Type);
        foreach (var slot in fact.Slots)
        {
            var record = (RecordType)type;
            var property = record.Properties[slot];
            FactNames.Check(property, record, fact);
            written =
                factsAreInputs && type == start.Type && start.Depth == 0
                    ? Compose.Name(property.Name)
                    : Compose.Member(written, property.Name);
            type = property.Type;
            if (property.Default.IsKnown && type is not RecordType)
            {
                diagnostics.HasDefault(PathOf(fact, place));
            }
        }

        return written;
    }

    public ExpressionSyntax Type(string name) => Compose.Name(TypeName(name));

    // A member of that name, whatever it is a member of, may be taken for what is meant.
    public string TypeName(string name) => facts.Has(name)
        ? throw new UnwritableException(default, $"it needs the type `{name}`, but a fact goes by that name", "rename the fact")
        : name;

    public static string PathOf(FactReference fact, WritingPlace place)
    {
        var start = place.At(fact.Depth);
        var path = start.Path;
        var type = start.Type;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            path = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            type = property.Type;
        }

        return path;
    }
}
