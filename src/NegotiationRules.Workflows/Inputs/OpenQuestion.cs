namespace NegotiationRules.Workflows.Inputs;

/// <summary>Something about shapes that cannot be said before more is known of them.</summary>
internal abstract class OpenQuestion
{
    /// <summary>Says it if it can be said; <see langword="false"/> if not yet.</summary>
    /// <param name="shapes">Where to say it.</param>
    /// <param name="isLast">Whether nothing more will be known: then what is most likely holds.</param>
    public abstract bool Settle(Shapes shapes, bool isLast);

    /// <summary>Says what expressions tell by themselves, before samples do.</summary>
    public virtual void SettleByWhatIsWritten(Shapes shapes)
    {
    }
}
