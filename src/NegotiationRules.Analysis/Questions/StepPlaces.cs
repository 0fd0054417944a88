using System.Text.RegularExpressions;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What the vocabulary, and whoever asks, say about steps at each place of the vocabulary.</summary>
internal sealed partial class StepPlaces
{
    private const string Id = "id";

    private readonly Dictionary<string, StepTerms> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Path, StepTerms Terms)> _asked;

    /// <param name="scenario">The type of a scenario.</param>
    /// <param name="isFixed">The paths of facts that stay as they are.</param>
    /// <param name="costs">What steps cost, by the paths of facts.</param>
    public StepPlaces(RecordType scenario, IEnumerable<string> isFixed, IEnumerable<KeyValuePair<string, decimal>> costs)
    {
        Add(scenario, string.Empty, StepTerms.None);
        _asked =
        [
            .. isFixed.Select(path => (path, new StepTerms(Fixity.Always, null, null))),
            .. costs.Select(cost => (cost.Key, new StepTerms(null, (long)(cost.Value * 1000), null))),
        ];
        foreach (var (path, _) in _asked)
        {
            var anywhere = ElementNumber().Replace(path, "[]");
            Unknown ??= _terms.Keys.Any(key => Covers(anywhere, key)) ? null : path;
        }
    }

    /// <summary>A path that was asked about and is none of the vocabulary; <see langword="null"/> if all are.</summary>
    public string? Unknown { get; }

    /// <summary>Whether it is a text by which elements are called or told apart, by its path in the vocabulary.</summary>
    public bool IsName(string key) => _names.Contains(key);

    /// <summary>What is said of a fact or a list.</summary>
    /// <param name="key">Its path in the vocabulary.</param>
    /// <param name="path">Its path in the scenario.</param>
    public StepTerms TermsOf(string key, string path)
    {
        var own = _terms.GetValueOrDefault(key, StepTerms.None);
        return _asked.Count == 0 ? own
            : _asked.Where(asked => IsWithin(asked.Path, key, path)).Aggregate(own, (terms, asked) => asked.Terms.Or(terms));
    }

    // A path names a fact in all elements, or in one; an object with all in it; or a list, which is which elements it has.
    private static bool IsWithin(string asked, string key, string path) =>
        Covers(asked, WithoutElement(path)) || Covers(asked, WithoutElement(key));

    private static string WithoutElement(string path) => path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path;

    private static bool Covers(string asked, string path)
    {
        var at = 0;
        foreach (var sign in asked)
        {
            // Rules go into elements without saying so.
            at = sign == '.' && at < path.Length && path[at] == '[' ? path.IndexOf(']', at) + 1 : at;
            if (at >= path.Length || path[at] != sign)
            {
                return false;
            }

            at++;
        }

        return at == path.Length || path[at] == '.';
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex ElementNumber();

    private void Add(FactType type, string key, StepTerms around)
    {
        var terms = type.Terms?.Or(around) ?? around;
        _terms[key] = terms;
        switch (type)
        {
            case RecordType record:
                foreach (var property in record.Properties)
                {
                    Add(property.Type, SchemaPlace.Inner(key, property.Name), terms);
                }

                break;
            case ListType list:
                // What is said of a list is said of which elements it has.
                if (list.Element is RecordType element)
                {
                    IEnumerable<string> names = list.Key ?? [Id];
                    names = element.Label < 0 ? names : names.Append(element.Properties[element.Label].Name);
                    _names.UnionWith(names.Select(name => $"{key}[].{name}"));
                }

                Add(list.Element, $"{key}[]", list.Element is RecordType ? around : terms);
                break;
        }
    }
}
