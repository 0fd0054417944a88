namespace NegotiationRules.Workflows.Inputs;

/// <summary>What the methods of lists do with their elements.</summary>
internal static class ListMethods
{
    private static readonly Dictionary<string, ListMethod> All = Rows(
        (ListMethod.Truth, "Any All"),
        (ListMethod.Filter, "Where TakeWhile SkipWhile"),
        (ListMethod.Counting, "Count LongCount"),
        (ListMethod.Choice, "First FirstOrDefault Last LastOrDefault Single SingleOrDefault"),
        (ListMethod.Total, "Sum"),
        (ListMethod.Mean, "Average"),
        (ListMethod.Extreme, "Min Max"),
        (ListMethod.Order, "OrderBy OrderByDescending ThenBy ThenByDescending DistinctBy"),
        (ListMethod.Projection, "Select"),
        (ListMethod.Flattening, "SelectMany"),
        (ListMethod.Grouping, "GroupBy"),
        (ListMethod.Section, "Take Skip"),
        (ListMethod.Place, "ElementAt ElementAtOrDefault"),
        (ListMethod.Same, "Distinct Reverse ToList ToArray AsEnumerable AsQueryable DefaultIfEmpty"),
        (ListMethod.Joining, "Union Intersect Except SequenceEqual"));

    public static ListMethod? Find(string name) => All.TryGetValue(name, out var method) ? method : null;

    /// <summary>Whether names in the brackets may be members of the elements.</summary>
    public static bool GoesThroughElements(string name) =>
        Find(name) is not (null or ListMethod.Section or ListMethod.Place or ListMethod.Same or ListMethod.Joining);

    private static Dictionary<string, ListMethod> Rows(params (ListMethod Method, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Method)))
        .ToDictionary(pair => pair.name, pair => pair.Method, StringComparer.OrdinalIgnoreCase);
}
