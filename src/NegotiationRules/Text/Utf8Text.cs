using System.Collections.Concurrent;
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
        if (utf8.Length > 1 && (utf8[0] == 0 || utf8[1] == 0))
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

    // What pipes gave that were looked into before they are read: they give it once.
    private static readonly ConcurrentDictionary<string, byte[]> Peeked = new(StringComparer.Ordinal);

    /// <summary>The bytes of a file, or <see langword="null"/> and why it cannot be read.</summary>
    public static byte[]? ReadFile(string path, ReadingLimits limits, out string? fault) =>
        ReadFile(path, limits, keepsPipe: false, out fault);

    /// <summary>The same for a file that another file names. A pipe or a device would never end, or begin, and is read as empty.</summary>
    public static byte[]? ReadNamedFile(string path, ReadingLimits limits, out string? fault) =>
        ReadFile(path, limits, keepsPipe: false, out fault, isNamed: true);

    /// <summary>The same for a look at a file before it is read: whoever reads it afterwards gets the same, from a pipe too.</summary>
    public static byte[]? PeekFile(string path, ReadingLimits limits, out string? fault) =>
        ReadFile(path, limits, keepsPipe: true, out fault);

    private static byte[]? ReadFile(string path, ReadingLimits limits, bool keepsPipe, out string? fault, bool isNamed = false)
    {
        fault = null;
        if (Peeked.TryGetValue(path, out var peeked))
        {
            return peeked;
        }

        try
        {
            if (isNamed && IsWithoutLength(path))
            {
                return [];
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = file.CanSeek && file.Length > MostBytes(limits) ? null : ReadToEnd(file, limits);
            fault = bytes is null ? TooLong : null;
            if (keepsPipe && bytes is not null && !file.CanSeek)
            {
                Peeked[path] = bytes;
            }

            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = "there is no such file";
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            fault = Directory.Exists(path) ? "it is a folder" : "it cannot be opened";
        }

        return null;
    }

    /// <summary>Whether there is nothing in a file; a pipe or a device has no length either.</summary>
    public static bool IsWithoutLength(string path) =>
        File.Exists(path)
        && new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path) is { Exists: true, Length: 0 };

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

            // No text begins so, and a device that gives nothing else never ends.
            if (bytes.Length == 0 && buffer[0] == 0)
            {
                return buffer[..count];
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
