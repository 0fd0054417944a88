namespace NegotiationRules.Evaluation;

/// <summary>Whether what is certain and what is possible are told apart. A type, so that there is code of its own for either.</summary>
internal interface IPlanes
{
    static abstract bool AreTwo { get; }
}

/// <summary>All facts are known: what is possible is certain.</summary>
internal readonly struct OnePlane : IPlanes
{
    public static bool AreTwo => false;
}

internal readonly struct TwoPlanes : IPlanes
{
    public static bool AreTwo => true;
}

/// <summary>Whether it is noted which results differ from those of the run before.</summary>
internal interface IChanges
{
    static abstract bool AreFollowed { get; }
}

internal readonly struct Unfollowed : IChanges
{
    public static bool AreFollowed => false;
}

internal readonly struct Followed : IChanges
{
    public static bool AreFollowed => true;
}
