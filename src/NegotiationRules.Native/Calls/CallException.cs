namespace NegotiationRules.Native.Calls;

/// <summary>A call cannot be answered. It never leaves the library: <see cref="Call"/> makes a status and a text of it.</summary>
internal sealed class CallException(Status status, string message) : Exception(message)
{
    public Status Status { get; } = status;
}
