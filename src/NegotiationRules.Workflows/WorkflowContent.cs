using System.Text.Json;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows;

/// <summary>Tells workflow files from others.</summary>
internal static class WorkflowContent
{
    /// <summary>How the names of workflow files end.</summary>
    public static string Ending => FileKinds.Endings[FileKind.Workflow];

    private const string NameField = "WorkflowName";

    private static readonly JsonReaderOptions AsPeopleWrite = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 1000,
    };

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>Whether a file is a workflow file: by its name, or because it holds an object with a <c>WorkflowName</c>, in whatever
    /// letter case, or a list that begins with one.</summary>
    /// <remarks>What cannot be read is none, unless its name says so; why it cannot is for the reader to say.</remarks>
    public static bool IsIn(string path)
    {
        if (path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            return !Directory.Exists(path);
        }

        return File.Exists(path) && Utf8Text.PeekFile(path, ReadingLimits.Default, out _) is { } bytes && HasName(bytes);
    }

    /// <summary>The same for a file that another names.</summary>
    public static bool IsIn(FileStore store, string path) =>
        path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
        || (store.Read(path, ReadingLimits.Default, isNamed: true, out _) is { } bytes && HasName(bytes));

    private static bool HasName(ReadOnlySpan<byte> json)
    {
        try
        {
            return HasNameFirst(json);
        }
        // A name that is no UTF-8 cannot be made a string.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasNameFirst(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith(Mark) ? json[Mark.Length..] : json, AsPeopleWrite);
        if (
            !reader.Read()
            || (reader.TokenType == JsonTokenType.StartArray && !reader.Read())
            || reader.TokenType != JsonTokenType.StartObject
        )
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (string.Equals(reader.GetString(), NameField, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }
}
