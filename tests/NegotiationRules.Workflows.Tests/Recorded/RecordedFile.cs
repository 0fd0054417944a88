using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>A file of <c>Cases</c>: what RulesEngine answered when it was asked.</summary>
/// <param name="Recorded">With what the answers were recorded.</param>
/// <param name="Cases">Expressions and workflows with the answers.</param>
internal sealed record RecordedFile(Recording Recorded, IReadOnlyList<RecordedCase> Cases)
{
    public const string Suffix = ".recorded.json";

    /// <summary>Names that are no member are errors, so that nothing that a file says is passed over.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly string Folder = Repository.At("tests/NegotiationRules.Workflows.Tests/Recorded/Cases");

    /// <summary>Every file by its name.</summary>
    public static IReadOnlyDictionary<string, RecordedFile> All { get; } =
        Directory
            .GetFiles(Folder, "*" + Suffix)
            .ToDictionary(
                path => Path.GetFileName(path)[..^Suffix.Length],
                path => Read<RecordedFile>(Path.GetFileName(path)),
                StringComparer.Ordinal
            );

    public static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, name)), Options)!;
}
