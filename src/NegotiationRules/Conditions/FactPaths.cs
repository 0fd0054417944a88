using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>Lists the paths that can be written at a place, for suggestions.</summary>
internal static class FactPaths
{
    /// <summary>All paths from the innermost element outwards; those inside lists too, for whoever names one of them is near.</summary>
    public static IEnumerable<string> From(ElementScope scope)
    {
        foreach (var outer in scope.Outwards())
        {
            if (outer.Name is not null)
            {
                yield return outer.Name;
                foreach (var path in Inside(outer.Type, $"{outer.Name}."))
                {
                    yield return path;
                }
            }

            foreach (var path in Inside(outer.Type, string.Empty))
            {
                yield return path;
            }
        }
    }

    private static IEnumerable<string> Inside(FactType type, string prefix)
    {
        if (type is not RecordType record)
        {
            yield break;
        }

        foreach (var property in record.Properties)
        {
            yield return prefix + property.Name;
            var inner = property.Type is ListType list ? list.Element : property.Type;
            foreach (var path in Inside(inner, $"{prefix}{property.Name}."))
            {
                yield return path;
            }
        }
    }
}
