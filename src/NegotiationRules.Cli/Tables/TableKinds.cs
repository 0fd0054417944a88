namespace NegotiationRules.Cli.Tables;

/// <summary>Which kind of table a file is. Names nothing of the libraries that read them, so that none is loaded where none is
/// asked for.</summary>
internal static class TableKinds
{
#if NATIVE_TOOL
    /// <summary>Whether this build of the tool reads and writes Parquet.</summary>
    public const bool HasParquet = false;
#else
    /// <summary>Whether this build of the tool reads and writes Parquet.</summary>
    public const bool HasParquet = true;
#endif

    /// <summary>The kind of a file; lines where there is none, and for standard input and output.</summary>
    public static TableKind Of(string? path) => Path.GetExtension(path)?.ToUpperInvariant() switch
    {
        ".PARQUET" => TableKind.Parquet,
        ".ARROW" or ".ARROWS" or ".FEATHER" => TableKind.Arrow,
        ".CSV" => TableKind.Csv,
        _ => TableKind.JsonLines,
    };

    /// <summary>What files of a kind are called in a sentence.</summary>
    public static string NameOf(TableKind kind) => kind switch
    {
        TableKind.Parquet => "a Parquet file",
        TableKind.Arrow => "an Arrow file",
        TableKind.Csv => "comma-separated values",
        _ => "JSON lines",
    };

    /// <summary>How their names end.</summary>
    public static string EndingOf(TableKind kind) => kind switch
    {
        TableKind.Parquet => ".parquet",
        TableKind.Arrow => ".arrow",
        TableKind.Csv => ".csv",
        _ => ".jsonl",
    };
}
