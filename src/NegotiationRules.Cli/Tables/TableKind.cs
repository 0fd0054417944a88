namespace NegotiationRules.Cli.Tables;

/// <summary>The kinds of files that hold many scenarios or outcomes, told by their names.</summary>
internal enum TableKind
{
    /// <summary>A JSON object in each line: any name that is not one of the others.</summary>
    JsonLines,

    /// <summary>A Parquet file.</summary>
    Parquet,

    /// <summary>Arrow record batches.</summary>
    Arrow,

    /// <summary>Comma-separated values.</summary>
    Csv,
}
