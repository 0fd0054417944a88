using NegotiationRules.Facts;
using NegotiationRules.RulesEngine.Inputs;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Translating;

/// <summary>The inputs and params of all rules as facts of one scenario.</summary>
internal sealed class InputFacts
{
    private readonly Dictionary<string, InputSlot> _slots = new(StringComparer.Ordinal);

    /// <summary>Where their values are, by the names of the facts.</summary>
    public IReadOnlyDictionary<string, InputSlot> Slots => _slots;

    public NamedInputs Inputs => new([.. _slots.Select(s => new InputMember(s.Key, s.Key, s.Value.Input))]);

    /// <summary>Makes one known.</summary>
    /// <returns>The name of its fact; <see langword="null"/> if no expression can name it.</returns>
    public string? Add(ModelParameter parameter, int slot)
    {
        if (!IsIdentifier(parameter.Name))
        {
            return null;
        }

        var fact = Free(parameter.Name);
        _slots.Add(fact, new InputSlot(slot, parameter.Type, ClrType.Describe(parameter.Type, parameter.Name, PropertyNaming.AsDeclared)));
        return fact;
    }

    /// <summary>Makes a clock known.</summary>
    public string AddClock(DateTimeKind clock)
    {
        var fact = Free(clock == DateTimeKind.Local ? "now" : "utcNow");
        _slots.Add(fact, InputSlot.OfClock(clock));
        return fact;
    }

    private string Free(string name)
    {
        var free = name;
        for (var i = 2; _slots.ContainsKey(free); i++)
        {
            free = $"{name}_{i}";
        }

        return free;
    }

    private static bool IsIdentifier(string name) =>
        Property.IsName(name) && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
