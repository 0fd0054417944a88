using System.Runtime.InteropServices;
using NegotiationRules.Text;

namespace NegotiationRules.Native.Calls;

/// <summary>What callers hand in, looked at before it is used.</summary>
internal static unsafe class Taken
{
    /// <summary>A text that ends with a zero.</summary>
    /// <exception cref="CallException">It is null, or not UTF-8.</exception>
    public static string Text(byte* text, string what) =>
        TextOrNull(text, what) ?? throw new CallException(Status.Argument, $"There is no {what}: the pointer is null.");

    /// <summary>The same of one that may be null.</summary>
    public static string? TextOrNull(byte* text, string what) =>
        text == null ? null : Decoded(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text), what);

    /// <summary>A text of so many bytes.</summary>
    public static string Text(byte* text, nuint length, string what) => Decoded(Bytes(text, length, what), what);

    /// <exception cref="CallException">The pointer is null, or there are more than 2 GiB.</exception>
    public static ReadOnlySpan<byte> Bytes(byte* bytes, nuint length, string what)
    {
        NotNull(bytes, what);
        return length <= int.MaxValue ? new ReadOnlySpan<byte>(bytes, (int)length)
            : throw new CallException(Status.Argument, $"The {what} cannot have {length} bytes: at most {int.MaxValue}.");
    }

    public static void NotNull(void* pointer, string what)
    {
        if (pointer == null)
        {
            throw new CallException(Status.Argument, $"There is no {what}: the pointer is null.");
        }
    }

    /// <summary>That a structure is as large as this library knows it, so that its members are where they are looked for.</summary>
    public static void Size(nuint given, int known, string what)
    {
        if (given != (nuint)known)
        {
            throw new CallException(Status.Argument,
                $"The size of {what} is {given}, and should be {known}: set `size` to sizeof({what}), of the header of this version.");
        }
    }

    private static string Decoded(ReadOnlySpan<byte> utf8, string what) =>
        Utf8Text.Decode(utf8) ?? throw new CallException(Status.Utf8, $"The {what} is not UTF-8 text.");
}
