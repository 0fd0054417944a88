using System.Text;

namespace NegotiationRules.Cli.Tables;

/// <summary>Sees by the first and last bytes of a file whether it is what its name says, before anybody reads it for that.</summary>
internal static class TableSigns
{
    // Low bytes first, as the programs write it that write it at all.
    private const string Utf16 = "\xFF\xFE";
    private const string Parquet = "PAR1";
    private const string EncryptedParquet = "PARE";
    private const string Arrow = "ARROW1";
    private const string ArrowStream = "\xFF\xFF\xFF\xFF";

    /// <summary>Looks at a file, and goes back to its start.</summary>
    /// <param name="kind">What it is by its name.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="TableException">It is something else, or not whole.</exception>
    public static void Check(TableKind kind, Stream file)
    {
        if (!file.CanSeek)
        {
            if (kind is TableKind.Parquet or TableKind.Arrow)
            {
                throw new TableException("it is no file in which one can move about", "write what comes out of the pipe into a file first");
            }

            return;
        }

        var (start, end) = (BytesAt(file, 0), BytesAt(file, Math.Max(0, file.Length - Arrow.Length)));
        file.Position = 0;
        if (KindOf(start) is { } real && real != kind)
        {
            throw new TableException(
                $"it is {TableKinds.NameOf(real)}, and by its name {TableKinds.NameOf(kind)}",
                $"give it a name that ends in {TableKinds.EndingOf(real)}");
        }

        switch (kind)
        {
            case TableKind.Parquet or TableKind.Arrow when file.Length == 0:
                throw new TableException("there is nothing in it", "see what was to write it");
            case TableKind.Parquet when start.StartsWith(EncryptedParquet, StringComparison.Ordinal):
                throw new TableException("it is encrypted", "write it without encryption");
            case TableKind.Parquet when KindOf(start) is null:
                throw new TableException(
                    "it is no Parquet file, which begins with `PAR1`",
                    "write it as one, or give it the name of what it is: .arrow, .csv, or .jsonl for JSON lines");
            case TableKind.Parquet when file.Length < 12 || !end.EndsWith(Parquet, StringComparison.Ordinal):
                throw new TableException("the file is cut off: a Parquet file ends with `PAR1`", "write or copy it anew");
            case TableKind.Arrow when KindOf(start) is null && !start.StartsWith(ArrowStream, StringComparison.Ordinal):
                throw new TableException(
                    "it is neither an Arrow file, which begins with `ARROW1`, nor a stream of Arrow record batches",
                    "write it as one, or give it the name of what it is: .parquet, .csv, or .jsonl for JSON lines");
            case TableKind.Arrow when start.StartsWith(Arrow, StringComparison.Ordinal) && (file.Length <= 12 || end != Arrow):
                throw new TableException("the file is cut off: an Arrow file ends with `ARROW1`", "write or copy it anew");
            case TableKind.Csv when start.StartsWith(Utf16, StringComparison.Ordinal):
                throw new TableException("its text is UTF-16", "save it as UTF-8");
        }
    }

    // A file that is none of these may be anything.
    private static TableKind? KindOf(string start) =>
        start.StartsWith(Parquet, StringComparison.Ordinal) ? TableKind.Parquet
        : start.StartsWith(Arrow, StringComparison.Ordinal) ? TableKind.Arrow
        : null;

    private static string BytesAt(Stream file, long position)
    {
        file.Position = position;
        var bytes = new byte[Arrow.Length];
        return Encoding.Latin1.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
