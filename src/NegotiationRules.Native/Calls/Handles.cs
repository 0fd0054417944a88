using System.Collections.Concurrent;

namespace NegotiationRules.Native.Calls;

/// <summary>What callers hold by handles. A handle is a number that is given out once and is the address of nothing, so that one that was
/// freed, or is none, is told from one that is in use.</summary>
internal static class Handles
{
    // Not 0, and no multiple of it is a small number that somebody counts with.
    private const int Step = 4096;

    private static readonly ConcurrentDictionary<nint, object> Alive = new();
    private static long _last;

    /// <summary>How many are in use.</summary>
    public static int Count => Alive.Count;

    public static nint Add(object held)
    {
        var handle = (nint)(Interlocked.Increment(ref _last) * Step);
        Alive[handle] = held;
        return handle;
    }

    /// <summary>What a handle stands for.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="what">What it should be: "the rule set".</param>
    /// <exception cref="CallException">It is null, was freed, or is a handle of something else.</exception>
    public static T Find<T>(nint handle, string what)
        where T : class
    {
        if (handle == 0)
        {
            throw new CallException(Status.Argument, $"The handle of {what} is null.");
        }

        return Alive.TryGetValue(handle, out var held)
            ? held as T ?? throw new CallException(Status.Handle, $"The handle is not that of {what}: it is one of something else.")
            : throw new CallException(Status.Handle, $"The handle of {what} was freed, or was never given out.");
    }

    /// <summary>Gives a handle back. What it stands for lives on while others need it.</summary>
    /// <inheritdoc cref="Find{T}" path="/exception"/>
    public static void Free<T>(nint handle, string what)
        where T : class
    {
        _ = Find<T>(handle, what);
        if (!Alive.TryRemove(handle, out _))
        {
            throw new CallException(Status.Handle, $"The handle of {what} was freed by another thread at the same time.");
        }
    }
}
