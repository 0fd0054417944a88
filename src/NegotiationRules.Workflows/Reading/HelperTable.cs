using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>The methods of which the user says what they mean.</summary>
internal sealed partial class HelperTable
{
    private readonly Dictionary<string, Helper> _helpers;

    private HelperTable(StringComparer names) => _helpers = new Dictionary<string, Helper>(names);

    /// <summary>Their names, for suggestions.</summary>
    public IEnumerable<string> Names => _helpers.Keys;

    /// <summary>Reads them; what is wrong with one is reported at its place in a text of its own, <c>NAME=EXPRESSION</c>, and it is there
    /// all the same.</summary>
    /// <param name="helpers">The name of each, and what it means: <c>x => x.Level == "gold"</c>, <c>(a, b) => …</c>, or an expression that
    /// needs no argument.</param>
    /// <param name="isCaseSensitive">Whether letter case counts in names.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static HelperTable Read(IEnumerable<KeyValuePair<string, string>> helpers, bool isCaseSensitive, DiagnosticBag bag)
    {
        var table = new HelperTable(isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var (name, meaning) in helpers)
        {
            table._helpers[name] = Read(name, meaning, isCaseSensitive, bag);
        }

        return table;
    }

    /// <summary>The one of that name; for a name with a namespace also the one that is called so without it.</summary>
    /// <param name="type">What stands before the name of the method, if that may be a type.</param>
    /// <param name="method">The name of the method.</param>
    public Helper? Find(string? type, string method) =>
        type is null
            ? _helpers.GetValueOrDefault(method)
            : _helpers.GetValueOrDefault($"{type}.{method}")
                ?? _helpers.GetValueOrDefault($"{type[(type.LastIndexOf('.') + 1)..]}.{method}");

    private static Helper Read(string name, string meaning, bool isCaseSensitive, DiagnosticBag bag)
    {
        var source = new SourceText("<helper>", $"{name}={meaning}");
        var head = Head().Match(source.Text, name.Length + 1);
        var parameters = head.Success
            ? [.. head.Groups["name"].Captures.Select(c => new Name(c.Value, source.At(c.Index, c.Length)))]
            : (Name[]?)null;
        var start = name.Length + 1 + head.Length;
        if (start == source.Text.TrimEnd().Length)
        {
            new HelperDiagnostics(bag).Empty(source.At(name.Length, 1), name);
            return new Helper(name, parameters, new BrokenExpression(default));
        }

        return new Helper(
            name,
            parameters,
            ExpressionParser.Parse(new ExpressionText(source, start), new ExpressionDiagnostics(bag), isCaseSensitive)
        );
    }

    // `x =>`, `(x, y) =>`, `() =>`: lambdas of the dialect itself have just one parameter.
    [GeneratedRegex(@"\G\s*(?:(?<name>\w+)|\(\s*(?:(?<name>\w+)\s*(?:,\s*(?<name>\w+)\s*)*)?\))\s*=>\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
