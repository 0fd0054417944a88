namespace NegotiationRules.Syntax;

/// <summary>The members of an enumeration as they are spelt in a file, in camel case, by their numbers.</summary>
internal sealed class SpeltNames
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    private SpeltNames(string[] names)
    {
        _names = [.. names.Select(Spell)];
        for (var i = 0; i < names.Length; i++)
        {
            _byName.Add(_names[i], i);
        }
    }

    public IReadOnlyCollection<string> All => _names;

    public static SpeltNames Of<T>()
        where T : struct, Enum => new(Enum.GetNames<T>());

    /// <summary>How a member that is called so in the code is spelt in a file.</summary>
    public static string Spell(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public int? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    public string NameOf(int member) => _names[member];
}
