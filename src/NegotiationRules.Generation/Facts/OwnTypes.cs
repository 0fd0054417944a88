namespace NegotiationRules.Generation.Facts;

/// <summary>Types that are there already, as they are written: <c>TYPE</c> for the scenario, <c>PATH=TYPE</c> for what is in it.</summary>
internal sealed class OwnTypes
{
    private readonly (string Path, string Type)[] _types;

    private OwnTypes((string Path, string Type)[] types) => _types = types;

    /// <summary>The types by the paths of the facts that they hold; of several for one path the last.</summary>
    public IReadOnlyDictionary<string, string> ByPath => _types.GroupBy(type => type.Path, StringComparer.Ordinal)
        .ToDictionary(types => types.Key, types => types.Last().Type, StringComparer.Ordinal);

    /// <summary>Reads types.</summary>
    /// <param name="written">Each as it was written; what is empty is passed over.</param>
    public static OwnTypes Parse(IEnumerable<string> written) =>
        new([.. written.Select(one => one.Trim()).Where(one => one.Length > 0).Select(TypeOf)]);

    /// <summary>What is wrong with them.</summary>
    /// <param name="option">What the option is called that takes them.</param>
    public IEnumerable<string> Faults(string option)
    {
        foreach (var (path, type) in _types.Where(one => !CSharpNames.IsName(one.Type)))
        {
            var written = path.Length == 0 ? type : $"{path}={type}";
            yield return $"{option} takes TYPE or PATH=TYPE, with a type as C# names it, not `{written}`";
        }

        if (_types.Length > 0 && _types.All(one => one.Path.Length > 0))
        {
            yield return $"{option} PATH=TYPE stands beside {option} TYPE, which names the type of the scenario";
        }
    }

    private static (string Path, string Type) TypeOf(string written) =>
        written.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (written[..at], written[(at + 1)..]) : (string.Empty, written);
}
