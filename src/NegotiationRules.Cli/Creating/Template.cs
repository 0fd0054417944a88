using NegotiationRules.Cli.Files;

namespace NegotiationRules.Cli.Creating;

/// <summary>A rule set to start from, with a vocabulary of its own, tests and scenarios.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Folder">The folder of its files: one that is made to be a template, or a rule set that ships.</param>
/// <param name="Stem">What stands for the name of the new rules in its files and in their names.</param>
internal sealed record Template(string Name, string Folder, string Stem)
{
    private const string Placeholder = "NAME";

    /// <summary>The first is the one that is taken where none is asked for.</summary>
    public static readonly IReadOnlyList<Template> All =
    [
        new("minimal", "templates/minimal/", Placeholder),
        new("voting", "templates/voting/", Placeholder),
        new("ceasefire", "rules/phased-ceasefire/", "phased-ceasefire"),
        new("four-empires", "rules/four-empires/", "four-empires"),
    ];

    /// <summary>The files, those of the folder itself before those of folders in it.</summary>
    /// <returns>Paths within the folder of the new rules, with <c>/</c>, and texts.</returns>
    public IEnumerable<(string Path, string Text)> Files(string name) =>
        ShippedFiles.In(Folder).Select(path => (Renamed(path, name), Rewritten(ShippedFiles.Text(Folder + path), name)));

    private string Renamed(string text, string name) => text.Replace(Stem, name, StringComparison.Ordinal);

    // A rule set that ships lies in the folder `rules`, beside that of the schemas; a new one has the schemas in it.
    private string Rewritten(string text, string name) => Stem == Placeholder ? Renamed(text, name)
        : Renamed(text.Replace($"rules/{Stem}", ".", StringComparison.Ordinal), name)
            .Replace("\"../schema/", "\"schema/", StringComparison.Ordinal)
            .Replace("\"../../schema/", "\"../schema/", StringComparison.Ordinal);
}
