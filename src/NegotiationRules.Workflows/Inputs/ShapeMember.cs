namespace NegotiationRules.Workflows.Inputs;

/// <summary>A member of a shape.</summary>
/// <param name="name">Its name as first written.</param>
/// <param name="shape">Its type.</param>
internal sealed class ShapeMember(string name, Shape shape)
{
    /// <summary>Its name as first written, or as the first sample that has it spells it.</summary>
    public string Name { get; private set; } = name;

    public Shape Shape => shape;

    /// <summary>How many samples have it.</summary>
    public int Samples { get; private set; }

    /// <summary>Whether it was asked for as a key of a dictionary.</summary>
    public bool IsKey { get; set; }

    /// <summary>Notes a sample that has it; <see langword="false"/> if it spells it unlike an earlier one.</summary>
    public bool AddSample(string spelling)
    {
        if (Samples++ == 0)
        {
            Name = spelling;
        }

        return Name == spelling;
    }

    public void AddSamples(ShapeMember other)
    {
        if (Samples == 0 && other.Samples > 0)
        {
            Name = other.Name;
        }

        Samples += other.Samples;
        IsKey |= other.IsKey;
    }
}
