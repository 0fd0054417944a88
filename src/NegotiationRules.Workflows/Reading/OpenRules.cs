using NegotiationRules.Facts;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>
/// Gives rules that cannot be said a fact each in place of a condition: whether they hold is decided elsewhere, by whoever can, and stated
/// in the scenario. Until then it is unknown, and a stage that requires it is never valid.
/// </summary>
internal sealed class OpenRules
{
    private const string Usual = "decidedElsewhere";

    private readonly Dictionary<string, string> _facts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _record = Usual;

    /// <param name="inputs">The inputs of the workflow, whose names are taken.</param>
    public OpenRules(RecordInput inputs)
    {
        for (var number = 2; inputs.Find(_record, isCaseSensitive: false) is not null; number++)
        {
            _record = Usual + number;
        }
    }

    /// <summary>The object of these facts, at the top of the scenario; <see langword="null"/> if there are none.</summary>
    public Property? Facts => _facts.Count == 0 ? null
        : Property.Of(_record, new RecordType([.. _facts.Select(f => Property.Of(f.Key, new BooleanType { Description = f.Value }))])
        {
            Description = "Whether rules hold that could not be converted, from whoever decides them.",
        });

    /// <summary>The path of the fact for a rule.</summary>
    public string Add(string id)
    {
        var name = new string([.. id.Select(c => Property.IsName($"x{c}x") ? c : '-')]).Trim();
        var free = name.Length == 0 ? "rule" : name;
        for (var number = 2; !_facts.TryAdd(free, $"Whether the rule `{id}` holds."); number++)
        {
            free = $"{name} ({number})";
        }

        return $"{_record}.{free}";
    }
}
