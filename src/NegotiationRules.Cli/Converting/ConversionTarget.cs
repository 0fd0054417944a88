using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Converting;

/// <summary>Where files that are made go.</summary>
/// <param name="Folder">The folder; <see langword="null"/> for standard output.</param>
/// <param name="FileName">The name of the one file that is asked for, or of the first of two that belong together; <see langword="null"/>
/// if files are named after what they hold.</param>
internal sealed record ConversionTarget(string? Folder, string? FileName)
{
    private const string Json = ".json";

    public static ConversionTarget Of(string? output) =>
        output is null ? new(null, null)
        : output.EndsWith(Json, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(output)
            ? new(Path.GetDirectoryName(output)!, Path.GetFileName(output))
        : new(output, null);

    /// <summary>Writes all files, or none if one of that name is there; what keeps them from being written goes to standard
    /// error.</summary>
    public bool TryWrite(IReadOnlyList<ConvertedFile> files, Terminal terminal)
    {
        if (Folder is null)
        {
            Print(files, terminal);
            return true;
        }

        var paths = files.Select(file => Path.Combine(Folder, file.Name)).ToList();
        if (paths.Where(path => Path.Exists(path)).Select(ToolDiagnostics.AlreadyThere).ToList() is { Count: > 0 } taken)
        {
            terminal.Report(taken);
            return false;
        }

        var path = Folder;
        try
        {
            if (Folder.Length > 0)
            {
                Directory.CreateDirectory(Folder);
            }

            for (var i = 0; i < files.Count; i++)
            {
                path = paths[i];
                File.WriteAllText(path, EndLine(files[i].Text));
                terminal.Out.WriteLine($"{terminal.Style.Green("made")} {OneLine.Of(path)}");
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, OneLine.Of(fault.Message)));
            return false;
        }
    }

    // One alone is a file as it is; several are told apart by their names, in comments, which all files may have.
    private static void Print(IReadOnlyList<ConvertedFile> files, Terminal terminal)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files.Count > 1)
            {
                terminal.Out.WriteLine($"{(i == 0 ? string.Empty : "\n")}// {OneLine.Of(files[i].Name)}");
            }

            terminal.Out.Write(EndLine(files[i].Text));
        }
    }

    private static string EndLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
