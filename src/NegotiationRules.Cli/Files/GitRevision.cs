using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Tar;

namespace NegotiationRules.Cli.Files;

/// <summary>The files of a revision that git knows, in a folder that is there as long as they are needed.</summary>
internal sealed class GitRevision : IDisposable
{
    private readonly DirectoryInfo _folder;

    private GitRevision(DirectoryInfo folder, string path) => (_folder, Path) = (folder, path);

    /// <summary>The path as it was in that revision.</summary>
    public string Path { get; }

    /// <summary>Takes what rules may be made of - all files whose names end in <c>.json</c> - out of a revision.</summary>
    /// <param name="revision">The revision, as git takes it: <c>HEAD~1</c>, a tag, a branch.</param>
    /// <param name="path">A file or a folder in a working tree.</param>
    /// <param name="files">The files.</param>
    /// <param name="fault">Why there are none.</param>
    public static bool TryRead(
        string revision, string path, [NotNullWhen(true)] out GitRevision? files, [NotNullWhen(false)] out string? fault)
    {
        files = null;
        var at = Directory.Exists(path) ? path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (!TryRun(at, ["rev-parse", "--show-toplevel"], out var top, out fault)
            || !TryRun(at, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], out var commit, out fault))
        {
            fault = fault.Length == 0 ? $"git knows no revision `{revision}`" : fault;
            return false;
        }

        // The root as git names it may be another name of the same folder.
        if (!TryRun(at, ["rev-parse", "--show-prefix"], out var prefix, out fault))
        {
            return false;
        }

        var inside = System.IO.Path.Combine(prefix.Trim(), Directory.Exists(path) ? string.Empty : System.IO.Path.GetFileName(path));
        var folder = Directory.CreateTempSubdirectory("negotiate-revision");
        var read = new GitRevision(folder, System.IO.Path.Combine(folder.FullName, inside));
        try
        {
            Extract(top.Trim(), commit.Trim(), folder.FullName);
        }
        catch
        {
            read.Dispose();
            throw;
        }

        if (System.IO.Path.Exists(read.Path))
        {
            files = read;
            return true;
        }

        read.Dispose();
        fault = $"there is no `{path}` in {revision}";
        return false;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Extract(string top, string commit, string folder)
    {
        using var git = Start(top, ["archive", "--format=tar", commit, "--", ":(glob)**/*.json"]);
        TarFile.ExtractToDirectory(git.StandardOutput.BaseStream, folder, overwriteFiles: false);
        git.WaitForExit();
    }

    private static bool TryRun(string folder, string[] arguments, out string output, [NotNullWhen(false)] out string? fault)
    {
        (output, fault) = (string.Empty, null);
        try
        {
            using var git = Start(folder, arguments);
            var errors = git.StandardError.ReadToEndAsync();
            output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            fault = git.ExitCode == 0 ? null : errors.Result.Trim();
        }
        catch (Win32Exception)
        {
            fault = "git is not installed here";
        }

        return fault is null;
    }

    private static Process Start(string folder, string[] arguments) => Process.Start(new ProcessStartInfo("git", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
