using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Spells members of samples alike that differ in letter case only: as the first sample that has them does.</summary>
internal sealed class SampleSpelling
{
    private readonly Dictionary<string, (string Name, SampleSpelling Inside)> _members = new(StringComparer.OrdinalIgnoreCase);
    private SampleSpelling? _element;

    /// <summary>The samples, spelt alike; each the same object if nothing in it is spelt in another way.</summary>
    public static IReadOnlyList<Scenario> Unify(IEnumerable<Scenario> samples)
    {
        var spelling = new SampleSpelling();
        return [.. samples.Select(sample =>
        {
            var root = spelling.Fit(sample.Root);
            return ReferenceEquals(root, sample.Root) ? sample : new Scenario(sample.Name, root);
        })];
    }

    private JsonValue Fit(JsonValue value) => value switch
    {
        JsonObject o => Fit(o),
        JsonArray list => Fit(list),
        _ => value,
    };

    private JsonObject Fit(JsonObject o)
    {
        var fitted = new List<JsonMember>(o.Members.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var changed = false;
        foreach (var member in o.Members)
        {
            if (!_members.TryGetValue(member.Name, out var known))
            {
                _members[member.Name] = known = (member.Name, new SampleSpelling());
            }

            var value = known.Inside.Fit(member.Value);
            var same =
                known.Name == member.Name && ReferenceEquals(value, member.Value)
                    ? member
                    : new JsonMember(known.Name, member.NameSpan, value);
            changed |= !ReferenceEquals(same, member);

            // Where one object has both, the later was written to change the earlier.
            if (places.TryAdd(known.Name, fitted.Count))
            {
                fitted.Add(same);
            }
            else
            {
                fitted[places[known.Name]] = same;
                changed = true;
            }
        }

        return changed ? o with { Members = fitted } : o;
    }

    private JsonArray Fit(JsonArray list)
    {
        _element ??= new SampleSpelling();
        var items = list.Items.Select(_element.Fit).ToList();
        return items.Zip(list.Items, ReferenceEquals).All(same => same) ? list : list with { Items = items };
    }
}
