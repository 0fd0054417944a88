using System.Security;
using System.Text;

namespace NegotiationRules.Text;

/// <summary>Gets text out of bytes, files and streams without guessing at encodings.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or <see langword="null"/> if the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> utf8)
    {
        // UTF-16 of Latin letters has a zero in every other byte, which would pass for UTF-8.
        if (utf8.Length > 1 && utf8[0] == 0 != (utf8[1] == 0))
        {
            return null;
        }

        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a file, or <see langword="null"/> and why it cannot be read.</summary>
    public static byte[]? ReadFile(string path, ReadingLimits limits, out string? fault)
    {
        fault = null;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = ReadToEnd(file, limits);
            fault = bytes is null ? TooLong : null;
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = "there is no such file";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            fault = Directory.Exists(path) ? "it is a folder" : "it cannot be opened";
        }

        return null;
    }

    /// <summary>Why text of more bytes than any text within the limits has is not read.</summary>
    public const string TooLong = "it is longer than the limit `Characters` allows";

    /// <summary>Why bytes that are no UTF-8 are not read.</summary>
    public const string NotUtf8 = "it is not UTF-8 text";

    /// <summary>All bytes of a stream, or <see langword="null"/> if there are more than any text within the limits has.</summary>
    public static byte[]? ReadToEnd(Stream stream, ReadingLimits limits)
    {
        var most = MostBytes(limits);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    /// <summary>The same without a thread that waits.</summary>
    public static async Task<byte[]?> ReadToEndAsync(Stream stream, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var most = MostBytes(limits);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + count > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    // One UTF-16 unit takes at most three bytes, and a byte order mark three more.
    private static long MostBytes(ReadingLimits limits) => Math.Min((3L * limits.Characters) + 3, Array.MaxLength);
}
