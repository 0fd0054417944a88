using NegotiationRules.Facts;

namespace NegotiationRules.Checking;

/// <summary>Lists the paths that can be written at a place, for suggestions.</summary>
internal static class FactPaths
{
    /// <summary>All paths from the innermost element outwards that lead to what is looked for.</summary>
    public static IEnumerable<string> From(ElementScope scope, PathUse use)
    {
        foreach (var outer in scope.Outwards())
        {
            if (outer.Name is not null)
            {
                if (use is PathUse.Fact or PathUse.FactInText)
                {
                    yield return outer.Name;
                }

                foreach (var path in Inside(outer.Type, $"{outer.Name}.", use, false))
                {
                    yield return path;
                }
            }

            foreach (var path in Inside(outer.Type, string.Empty, use, false))
            {
                yield return path;
            }
        }
    }

    private static IEnumerable<string> Inside(FactType type, string prefix, PathUse use, bool isInList)
    {
        if (type is not RecordType record)
        {
            yield break;
        }

        foreach (var property in record.Properties)
        {
            var path = prefix + property.Name;
            if (
                use switch
                {
                    PathUse.List => property.Type is ListType,
                    PathUse.FactOfElements => property.Type is ListType { Element: not RecordType }
                        || (isInList && property.Type is not (ListType or RecordType)),
                    _ => true,
                }
            )
            {
                yield return path;
            }

            // One fact cannot be named through a list.
            if (property.Type is ListType list && use is PathUse.List or PathUse.FactOfElements)
            {
                foreach (var inner in Inside(list.Element, $"{path}.", use, true))
                {
                    yield return inner;
                }
            }
            else if (property.Type is RecordType)
            {
                foreach (var inner in Inside(property.Type, $"{path}.", use, isInList))
                {
                    yield return inner;
                }
            }
        }
    }
}
