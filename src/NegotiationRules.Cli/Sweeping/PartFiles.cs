using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>Files that hold parts of sweeps: whole ones, or those of before, whenever the process ends.</summary>
internal static class PartFiles
{
    /// <summary>Writes a file beside it and puts it in its place; if that cannot be done, standard error says why.</summary>
    public static bool TryWrite(string path, byte[] content, Terminal terminal)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, OneLine.Of(fault.Message)));
            return false;
        }
    }

    /// <summary>Reads a part; if it is none, standard error says so.</summary>
    public static SweepResult? Read(string path, Terminal terminal)
    {
        try
        {
            return SweepResult.Parse(File.ReadAllText(path));
        }
        catch (FormatException fault)
        {
            terminal.Report(ToolDiagnostics.NoPart(path, fault.Message));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotRead(path, OneLine.Of(fault.Message)));
        }

        return null;
    }

    /// <summary>Whether there is a folder for a file that will be written much later; if not, standard error says so.</summary>
    public static bool HasFolder(string? path, Terminal terminal)
    {
        var folder = path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || Directory.Exists(folder))
        {
            return true;
        }

        terminal.Report(ToolDiagnostics.CannotWrite(path!, "its folder does not exist"));
        return false;
    }
}
