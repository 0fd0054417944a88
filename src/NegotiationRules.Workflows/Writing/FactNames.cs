using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Writing;

/// <summary>The names of all facts of a vocabulary, as members of .NET types: what they are called, and what they hide.</summary>
internal sealed class FactNames
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public FactNames(RecordType scenario) => Collect(scenario, []);

    /// <summary>Whether a fact goes by that name in any letter case.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Throws for a fact that cannot be said as a member.</summary>
    public static void Check(Property property, RecordType record, FactReference fact)
    {
        if (!WorkflowNames.IsMember(property.Name))
        {
            throw new UnwritableException(
                default,
                $"it reads `{fact.Path}`, and `{property.Name}` cannot be the name of a member",
                "rename the fact: letters, digits and `_`, a letter first"
            );
        }

        if (
            record.Properties.FirstOrDefault(p =>
                p != property && string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)
            ) is
            { } twin
        )
        {
            throw new UnwritableException(
                default,
                $"`{property.Name}` and `{twin.Name}` would be one member: expressions pass over letter case",
                "rename one of the facts"
            );
        }
    }

    private void Collect(FactType type, HashSet<FactType> seen)
    {
        if (type is ListType list)
        {
            Collect(list.Element, seen);
        }
        else if (type is RecordType record && seen.Add(record))
        {
            foreach (var property in record.Properties)
            {
                _names.Add(property.Name);
                Collect(property.Type, seen);
            }
        }
    }
}
