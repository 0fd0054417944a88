namespace NegotiationRules.Cli.Serving;

/// <summary>What there is in a folder at one moment.</summary>
/// <param name="Files">The files that are opened, by their paths with slashes, each with what changes when it is written.</param>
/// <param name="LeftOut">What is not opened, though it is named as our files are or might hold such.</param>
internal sealed record FolderLook(
    IReadOnlyDictionary<string, (DateTime Written, long Length)> Files, IReadOnlyList<LeftOutFile> LeftOut);
