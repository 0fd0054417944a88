using NegotiationRules.Text;

namespace NegotiationRules.Page.Opened;

/// <summary>The rules of the folder as they were last asked for, kept until their files change.</summary>
internal sealed class RulesOnDesk(OpenFolder folder)
{
    private (string Path, int Version) _read;
    private RuleSet? _written;
    private IReadOnlyList<Diagnostic> _found = [];
    private (RuleSet? Of, string Parameters) _set;
    private RuleSet? _inForce;
    private IReadOnlyList<Diagnostic> _refused = [];

    /// <summary>The rules as they last were without errors, whatever has become of them since: what somebody is writing is seldom
    /// whole.</summary>
    public RuleSet? Last { get; private set; }

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
            Last = _written ?? (Last is { Text.Name: var last } && last == folder.At(path) ? Last : null);
        }

        found = _found;
        return _written;
    }

    /// <summary>The rules with other values for parameters.</summary>
    /// <param name="path">The rule file.</param>
    /// <param name="parameters">The values by name, as JSON; those of parameters that are not there any more count for nothing.</param>
    /// <param name="found">What was found when it was read, or why a value is refused.</param>
    /// <returns><see langword="null"/> if there are errors.</returns>
    public RuleSet? Read(string path, JsonObject? parameters, out IReadOnlyList<Diagnostic> found)
    {
        if (Read(path, out found) is not { } written || parameters is null or { Members.Count: 0 })
        {
            return _written;
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

        found = _inForce is null ? _refused : found;
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
