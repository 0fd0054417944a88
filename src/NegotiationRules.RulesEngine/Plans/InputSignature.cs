namespace NegotiationRules.RulesEngine.Plans;

/// <summary>The names and types of inputs, in order: what a plan depends on.</summary>
internal sealed class InputSignature : IEquatable<InputSignature>
{
    private readonly (string Name, Type Type)[] _inputs;

    public InputSignature(ModelParameter[] parameters) => _inputs = [.. parameters.Select(p => (p.Name, p.Type))];

    public bool Fits(ModelParameter[] parameters)
    {
        if (parameters.Length != _inputs.Length)
        {
            return false;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Type != _inputs[i].Type || parameters[i].Name != _inputs[i].Name)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(InputSignature? other) => other is not null && _inputs.AsSpan().SequenceEqual(other._inputs);

    public override bool Equals(object? obj) => Equals(obj as InputSignature);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var input in _inputs)
        {
            hash.Add(input);
        }

        return hash.ToHashCode();
    }
}
