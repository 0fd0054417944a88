using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>One project of <c>src</c>: its storeys, which are its folders, and who may import whom.</summary>
internal sealed class Storeys
{
    private const string FrontDoor = SourceFile.FrontDoor;

    /// <summary>The core.</summary>
    public static Storeys Core { get; } = new("NegotiationRules", OfCore());

    /// <summary>All projects, by name. Each may use whole projects below it; here stands what holds within it.</summary>
    public static IReadOnlyDictionary<string, Storeys> All { get; } = new[]
    {
        Core,
        new("NegotiationRules.Workflows", new()
        {
            ["Expressions"] = [],
            ["Inputs"] = ["Expressions"],
            ["Translation"] = ["Expressions", "Inputs"],
            ["Reading"] = ["Expressions", "Inputs", "Translation"],
            ["Writing"] = ["Expressions", "Reading"],
            [FrontDoor] = ["Expressions", "Inputs", "Translation", "Reading", "Writing"],
        }),
        new("NegotiationRules.Analysis", new()
        {
            ["Limits"] = [],
            ["Circuits"] = [],
            ["Solving"] = ["Circuits"],
            ["Cells"] = ["Circuits"],
            ["Grounding"] = ["Circuits", "Solving", "Cells"],
            ["Questions"] = ["Limits", "Circuits", "Solving", "Cells", "Grounding"],
            ["Sweeps"] = ["Grounding", "Questions"],
            ["Telling"] = ["Questions", "Cells"],
            [FrontDoor] = ["Limits", "Solving", "Cells", "Questions", "Sweeps", "Telling"],
        }),
        new("NegotiationRules.Editing", new()
        {
            ["Texts"] = [],
            ["Places"] = ["Texts"],
            ["Knowledge"] = ["Places", "Texts"],
            ["Answers"] = ["Knowledge", "Places", "Texts"],
        }),
        new("NegotiationRules.Generation", new()
        {
            ["Options"] = [],
            ["Facts"] = ["Options"],
            ["Steps"] = ["Facts"],
            ["Support"] = [],
            ["Compiling"] = ["Steps"],
            [FrontDoor] = ["Compiling", "Facts", "Options", "Steps", "Support"],
        }),
        new("NegotiationRules.Build", new() { [FrontDoor] = [] }),
        new("NegotiationRules.RulesEngine", new()
        {
            ["Telemetry"] = [],
            ["Inputs"] = [],
            ["Originals"] = ["Inputs"],
            ["Actions"] = ["Originals"],
            ["Translating"] = ["Inputs", "Originals"],
            ["Rules"] = ["Originals"],
            ["Results"] = ["Originals", "Rules"],
            ["Plans"] = ["Inputs", "Originals", "Results", "Rules", "Telemetry", "Translating"],
            [FrontDoor] = ["Actions", "Inputs", "Originals", "Plans", "Telemetry"],
        }),
        new("NegotiationRules.Extensions", new()
        {
            ["Settings"] = ["Sources"],
            ["Sources"] = [],
            ["Telemetry"] = [],
            ["Watching"] = [],
            ["Hosting"] = ["Settings", "Sources", "Telemetry", "Watching"],
            [FrontDoor] = ["Hosting", "Settings", "Sources", "Telemetry"],
        }),
        new("NegotiationRules.AspNetCore", new()
        {
            ["Formats"] = [],
            ["Problems"] = [],
            ["Bodies"] = ["Problems"],
            ["Gates"] = ["Bodies", "Problems"],
            ["Endpoints"] = ["Bodies", "Formats", "Problems"],
            [FrontDoor] = ["Bodies", "Endpoints", "Gates", "Problems"],
        }),
        new("NegotiationRules.Orleans", new()
        {
            ["Settings"] = [],
            ["Changes"] = [],
            ["Events"] = [],
            ["Storing"] = ["Events"],
            ["Serializing"] = [],
            ["Telling"] = ["Events", "Settings"],
            ["Following"] = ["Telling"],
            ["Grains"] = ["Changes", "Events", "Following", "Settings", "Storing", "Telling"],
            [FrontDoor] = ["Changes", "Events", "Following", "Grains", "Settings"],
        }),
        new("NegotiationRules.Cli", new()
        {
            ["Output"] = [],
            ["Files"] = ["Output"],
            ["Sources"] = ["Files", "Output"],
            ["Verdicts"] = ["Files", "Output", "Sources"],
            ["Streaming"] = ["Output", "Sources", "Verdicts"],
            ["Tables"] = ["Files", "Output", "Sources", "Streaming", "Verdicts"],
            ["Timelines"] = ["Files", "Output", "Sources", "Verdicts"],
            ["HowMuch"] = ["Output"],
            ["Sweeping"] = ["Files", "Output"],
            ["Reconciling"] = ["Output", "Verdicts"],
            ["Advising"] = ["Files", "Output", "Sources", "Verdicts"],
            ["Trials"] = ["Output", "Verdicts"],
            ["Analyses"] = ["Files", "Output"],
            ["Lookup"] = ["Files"],
            ["Checking"] = ["Analyses", "Files", "Lookup", "Output", "Sources", "Sweeping"],
            ["Converting"] = ["Files", "Output"],
            ["Formatting"] = [],
            ["Schemas"] = [],
            ["Creating"] = ["Files", "Schemas"],
            ["Watching"] = [],
            ["Serving"] = ["Files", "Output"],
            ["LanguageServer/Protocol"] = [],
            ["LanguageServer/Texts"] = ["LanguageServer/Protocol"],
            ["LanguageServer/Knowledge"] =
                ["Checking", "Files", "Output", "Sources", "LanguageServer/Protocol", "LanguageServer/Texts"],
            ["LanguageServer/Answers"] =
                ["Formatting", "Output", "LanguageServer/Knowledge", "LanguageServer/Protocol", "LanguageServer/Texts"],
            ["LanguageServer"] =
            [
                "Files", "Output", "LanguageServer/Answers", "LanguageServer/Knowledge", "LanguageServer/Protocol", "LanguageServer/Texts",
            ],
            ["ModelContext"] = ["Files", "Output"],
            ["Commands"] =
            [
                "Advising", "Analyses", "Checking", "Converting", "Creating", "Files", "Formatting", "HowMuch", "LanguageServer",
                "Lookup", "ModelContext", "Output", "Reconciling", "Schemas", "Serving", "Sources", "Streaming", "Sweeping", "Tables",
                "Timelines", "Trials", "Verdicts", "Watching",
            ],
            [FrontDoor] = ["Commands", "Files", "Output"],
        }),
        new("NegotiationRules.Arrow", new()
        {
            ["Cells"] = [],
            ["Binding"] = ["Cells"],
            ["Rows"] = ["Binding", "Cells"],
            ["Filling"] = ["Binding", "Cells", "Rows"],
            ["Outcomes"] = [],
            ["Files"] = ["Cells"],
            ["Csv"] = ["Binding", "Cells", "Files"],
            ["Evaluating"] = ["Binding", "Cells", "Csv", "Filling", "Outcomes", "Rows"],
            [FrontDoor] = ["Binding", "Csv", "Evaluating", "Filling", "Files", "Outcomes", "Rows"],
        }),
        new("NegotiationRules.Native", new()
        {
            ["Calls"] = [],
            ["Columns"] = ["Calls"],
            ["Telling"] = ["Calls"],
            [FrontDoor] = ["Calls", "Columns", "Telling"],
        }),
        new("NegotiationRules.Page", new()
        {
            ["Editing"] = [],
            ["Opened"] = [],
            ["Telling"] = [],
            ["Asks"] = ["Editing", "Opened", "Telling"],
            [FrontDoor] = ["Asks", "Opened", "Telling"],
        }),
    }.ToDictionary(project => project.Name);

    private Storeys(string name, Dictionary<string, string[]> allowed)
    {
        Name = name;
        Allowed = allowed;
        var folder = Repository.At(Path);
        Files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Read(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
        Imports = [.. new ImportScanner(Files).Imports()];
    }

    /// <summary>The name of the project, which is its root namespace.</summary>
    public string Name { get; }

    public string Path => $"src/{Name}";

    /// <summary>Where public types live: what belongs to every rule set reads as if it were of the core, and what adds services is found
    /// where all such methods are.</summary>
    public string[] PublicNamespaces => Name switch
    {
        "NegotiationRules.Analysis" or "NegotiationRules.Arrow" or "NegotiationRules.AspNetCore" => ["Others"],
        "NegotiationRules.Extensions" => ["Others", "Microsoft.Extensions.DependencyInjection"],
        "NegotiationRules.Orleans" => ["Others", "Orleans.Hosting"],
        _ => ["NegotiationRules"],
    };

    /// <summary>For each storey those that it may import.</summary>
    public IReadOnlyDictionary<string, string[]> Allowed { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<Import> Imports { get; }

    // The scanner knows one root namespace: what lies outside of this project is given another.
    private SourceFile Read(string path, string text) => Name == "NegotiationRules"
        ? new SourceFile(path, text)
        : new SourceFile(path, text.Replace(Name, "\u0001", StringComparison.Ordinal)
            .Replace("NegotiationRules", "Others", StringComparison.Ordinal)
            .Replace("\u0001", "NegotiationRules", StringComparison.Ordinal));

    private static Dictionary<string, string[]> OfCore()
    {
        string[] facts = ["Facts", "Facts/Columns", "Facts/Edits"];
        string[] upToEvaluation = ["Text", .. facts, "Syntax", "Conditions", "Checking", "Programs", "Evaluation"];
        string[] explanation = ["Explanation", "Explanation/Outlines", "Explanation/Rendering", "Explanation/Wording"];
        return new()
        {
            ["Text"] = [],
            ["Facts"] = ["Text"],
            ["Facts/Columns"] = ["Text", "Facts"],
            ["Facts/Edits"] = ["Text", "Facts", "Facts/Columns"],
            ["Schemas"] = ["Text", "Facts"],
            ["Syntax"] = ["Text"],
            // Of Syntax only the words of the language, its enumerations: a test of its own sees to that.
            ["Conditions"] = ["Text", "Facts", "Syntax"],
            ["Checking"] = ["Text", "Facts", "Syntax", "Conditions"],
            ["Programs"] = ["Facts", "Facts/Columns", "Conditions", "Syntax"],
            ["Evaluation"] = ["Text", "Facts", "Facts/Columns", "Conditions", "Programs", "Syntax"],
            ["Reports"] = ["Text", "Conditions", "Evaluation"],
            ["Explanation/Wording"] = [.. upToEvaluation],
            ["Explanation/Outlines"] = [.. upToEvaluation, "Explanation/Wording"],
            ["Explanation/Rendering"] = [.. upToEvaluation, "Explanation/Wording", "Explanation/Outlines"],
            ["Explanation"] = [.. upToEvaluation, .. explanation],
            // These may both import everything; that they do not import each other in a circle is a test of its own.
            ["Testing"] = [.. upToEvaluation, .. explanation, FrontDoor],
            [FrontDoor] = [.. upToEvaluation, .. explanation, "Reports", "Schemas", "Testing"],
        };
    }
}
