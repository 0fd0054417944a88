using System.Runtime.InteropServices;
using System.Text;

namespace NegotiationRules.Native.Calls;

/// <summary>Texts that are handed out: UTF-8 with a zero at the end, in memory that the caller gives back.</summary>
internal static unsafe class GivenText
{
    private static long _count;

    /// <summary>How many are out.</summary>
    public static long Count => Interlocked.Read(ref _count);

    public static byte* Of(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(bytes, length));
        bytes[length] = 0;
        Interlocked.Increment(ref _count);
        return bytes;
    }

    /// <summary>Hands out a text, or null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="where">Where its address goes.</param>
    public static void Give(string? text, byte** where) => *where = text is null ? null : Of(text);

    public static void Free(byte* text)
    {
        if (text != null)
        {
            NativeMemory.Free(text);
            Interlocked.Decrement(ref _count);
        }
    }
}
