using NegotiationRules.Text;

namespace NegotiationRules.Page.Opened;

/// <summary>The rules of the folder as they were last asked for, kept until their files change.</summary>
internal sealed class RulesOnDesk(OpenFolder folder)
{
    private readonly Dictionary<string, RuleSet> _last = new(StringComparer.Ordinal);
    private (string Path, int Version) _read;
    private RuleSet? _written;
    private IReadOnlyList<Diagnostic> _found = [];
    private (RuleSet? Of, string Parameters) _set;
    private RuleSet? _inForce;
    private IReadOnlyList<Diagnostic> _refused = [];

    /// <summary>Forgets how rules were before: other files lie on the desk.</summary>
    public void Forget() => _last.Clear();

    /// <summary>The rules of a file as they last were without errors: what somebody is writing is seldom whole.</summary>
    /// <returns><see langword="null"/> if they never were.</returns>
    public RuleSet? Last(string path) => Read(path, out _) ?? _last.GetValueOrDefault(path);

    /// <summary>The rules with their own parameters.</summary>
    /// <param name="path">The rule file.</param>
    /// <param name="found">What was found when it was read.</param>
    /// <returns><see langword="null"/> if there are errors.</returns>
    public RuleSet? Read(string path, out IReadOnlyList<Diagnostic> found)
    {
        if (_read != (path, folder.RulesVersion))
        {
            _read = (path, folder.RulesVersion);
            RuleSet.TryLoad(folder.At(path), new RuleSetOptions { Root = folder.At(string.Empty) }, out _written, out _found);
            if (_written is not null)
            {
                _last[path] = _written;
            }
        }

        found = _found;
        return _written;
    }

    /// <summary>The rules with other values for parameters.</summary>
    /// <param name="written">The rules as they are written.</param>
    /// <param name="parameters">The values by name, as JSON; those of parameters that are not there any more count for nothing.</param>
    /// <param name="refused">Why a value is refused.</param>
    /// <returns><see langword="null"/> if one is.</returns>
    public RuleSet? With(RuleSet written, JsonObject? parameters, out IReadOnlyList<Diagnostic> refused)
    {
        refused = [];
        if (parameters is null or { Members.Count: 0 })
        {
            return written;
        }

        var key = JsonPrinter.Print(parameters, indented: false);
        if (_set != (written, key))
        {
            _set = (written, key);
            var known = written.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
            var values = parameters.Members.Where(member => known.Contains(member.Name))
                .ToDictionary(member => member.Name, member => ValueOf(member.Value), StringComparer.Ordinal);
            written.TryWith(values, out _inForce, out _refused);
        }

        refused = _refused;
        return _inForce;
    }

    /// <summary>A value of JSON as one that parameters take.</summary>
    public static object? ValueOf(JsonValue value) => value switch
    {
        JsonText text => text.Value,
        JsonBoolean flag => flag.Value,
        JsonNumber number => decimal.Parse(
            number.Digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture),
        JsonArray list => list.Items.Select(ValueOf).ToList(),
        _ => null,
    };
}
