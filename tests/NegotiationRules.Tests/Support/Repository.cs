using System.Runtime.CompilerServices;

namespace NegotiationRules.Tests.Support;

/// <summary>Where the repository lies, found from where this file was compiled.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>NegotiationRules.sln</c>.</summary>
    public static string Root { get; } = FindRoot(ThisFile());

    /// <summary>The full path of a file or folder, given from the root with forward slashes.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string FindRoot(string start)
    {
        for (var folder = Directory.GetParent(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NegotiationRules.sln")))
                return folder.FullName;

        throw new InvalidOperationException(
            $"No folder above {start} holds NegotiationRules.sln. Tests run from the checkout they were built in.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
