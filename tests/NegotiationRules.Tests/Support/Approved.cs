using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace NegotiationRules.Tests.Support;

/// <summary>
/// Compares a text with the one that a person approved and committed. A difference fails the test and leaves a
/// <c>*.received.txt</c> beside the approved file; <c>APPROVE=1 dotnet test</c> accepts what was received.
/// </summary>
internal static class Approved
{
    private const string ApprovedSuffix = ".approved.txt";
    private const string ReceivedSuffix = ".received.txt";

    /// <summary>Compares with <c>TestClass.TestMethod.approved.txt</c> beside the calling test.</summary>
    public static void Check(string received, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}{ApprovedSuffix}";
        CheckFile(received, Path.Combine(Path.GetDirectoryName(testFile)!, name));
    }

    /// <summary>Compares with the file at <paramref name="approvedPath"/>, whose name ends in <c>.approved.txt</c>.</summary>
    public static void CheckFile(string received, string approvedPath) =>
        CheckFile(received, approvedPath, accept: Environment.GetEnvironmentVariable("APPROVE") == "1");

    /// <summary>The same with the acceptance given, so that tests of this class need not change the environment of all others.</summary>
    internal static void CheckFile(string received, string approvedPath, bool accept)
    {
        if (!approvedPath.EndsWith(ApprovedSuffix, StringComparison.Ordinal))
            throw new ArgumentException($"The path of an approved file ends in {ApprovedSuffix}: {approvedPath}", nameof(approvedPath));

        var receivedPath = approvedPath[..^ApprovedSuffix.Length] + ReceivedSuffix;
        var text = Normalise(received);
        var approved = File.Exists(approvedPath) ? Normalise(File.ReadAllText(approvedPath)) : null;

        if (text == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        if (accept)
        {
            File.WriteAllText(approvedPath, text);
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, text);
        var difference = approved is null
            ? $"Nothing has been approved yet. Received:\n{text}"
            : $"- approved  + received\n{LineDifference.Between(approved, text)}";
        throw new XunitException($"{approvedPath}\n{difference}\nTo accept it: APPROVE=1 dotnet test");
    }

    // A checkout on Windows, an editor's final line break: neither is a difference that anybody approved.
    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
