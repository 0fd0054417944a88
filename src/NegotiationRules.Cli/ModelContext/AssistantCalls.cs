using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.ModelContext;

/// <summary>Answers what an assistant asks, by running the command of that name.</summary>
/// <param name="root">The folder that is read from.</param>
/// <param name="run">Runs the tool: arguments and streams in, an exit code out.</param>
internal sealed class AssistantCalls(RootFolder root, Func<IReadOnlyList<string>, Terminal, int> run)
{
    /// <summary>What the command prints, with paths within the folder; as an error, a sentence on what is wrong with the call.</summary>
    public CallToolResult Answer(string name, IReadOnlyDictionary<string, JsonElement> arguments, CancellationToken stop)
    {
        if (AssistantTool.All.FirstOrDefault(tool => tool.Name == name) is not { } tool)
        {
            var there = string.Join(", ", AssistantTool.All.Select(t => t.Name));
            return Result($"there is no tool `{name}`; there are {there}", isError: true);
        }

        var line = new List<string> { name };
        return (FaultOf(tool, arguments) ?? Fill(line, arguments)) is { } fault
            ? Result(fault, isError: true)
            : Run(line, arguments.TryGetValue("facts", out var facts) ? facts.GetRawText() : string.Empty, stop);
    }

    private static string? FaultOf(AssistantTool tool, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        foreach (var (name, value) in arguments)
        {
            if (tool.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                return $"`{tool.Name}` takes no `{name}`; it takes {string.Join(", ", tool.Parameters.Select(p => p.Name))}";
            }

            if (parameter.FaultOf(value) is { } fault)
            {
                return fault;
            }
        }

        var missing = tool.Parameters.FirstOrDefault(parameter => parameter.IsRequired && !arguments.ContainsKey(parameter.Name));
        return missing is not null ? $"`{missing.Name}` is missing: {missing.Description}"
            : tool.Parameters.All(parameter => parameter.Name != "facts") ? null
            : (arguments.ContainsKey("facts"), arguments.ContainsKey("scenario")) switch
            {
                (true, true) => "`scenario` and `facts` both say what the scenario is: give one of them",
                (false, false) => "there is no scenario: give its path or name as `scenario`, or its facts as `facts`",
                _ => null,
            };
    }

    // Fills in the command line, or says what is wrong. Each value is one word with its option, so that no value is ever read as an option.
    private string? Fill(List<string> line, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        line.Add($"--root={root.Path}");
        foreach (var option in (ReadOnlySpan<string>)["stage", "by", "format"])
        {
            if (arguments.TryGetValue(option, out var value))
            {
                line.Add($"--{option}={value.GetString()}");
            }
        }

        if (arguments.TryGetValue("all", out var all) && all.GetBoolean())
        {
            line.Add("--all");
        }

        if (arguments.TryGetValue("set", out var values))
        {
            line.AddRange(values.EnumerateObject().Select(value => $"--set={value.Name}={value.Value.GetRawText()}"));
        }

        line.Add("--");
        var path = (arguments.TryGetValue("rules", out var rules) ? rules : arguments["path"]).GetString()!;
        if (root.Find(path) is not { } found || (Directory.Exists(found) && LeadsOutside(found) is not null))
        {
            return $"`{path}` lies outside the root folder: name a path within it";
        }

        line.Add(found);
        if (arguments.ContainsKey("facts"))
        {
            line.Add("-");
        }
        else if (arguments.TryGetValue("scenario", out var named))
        {
            var scenario = named.GetString()!;
            var place = root.Find(ScenarioPaths.Resolve(found, scenario));
            if (place is null || scenario == "-")
            {
                return $"`{scenario}` lies outside the root folder: name a path within it";
            }

            line.Add(Path.Exists(place) ? place : scenario);
        }

        return null;
    }

    // A file in a folder may be a link.
    private string? LeadsOutside(string folder) => new FileFinder(Enum.GetValues<FileKind>(), []).Find([folder])
        .Select(file => file.Path).FirstOrDefault(file => root.Find(file) is null);

    private CallToolResult Run(IReadOnlyList<string> line, string facts, CancellationToken stop)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = run(line, new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(facts)),
            Output = output,
            Out = text,
            Error = error,
            Stop = stop,
        });
        text.Flush();
        stop.ThrowIfCancellationRequested();
        var answer = Encoding.UTF8.GetString(output.ToArray());

        // Faults of files are what was asked for; where nothing else is said, the answer is that it could not be answered.
        var isAnswer = code == ExitCode.Fine || (code == ExitCode.Errors && answer.Length > 0);
        return Result(root.Shorten(answer + error), isError: !isAnswer);
    }

    private static CallToolResult Result(string text, bool isError) =>
        new() { Content = [new TextContentBlock { Text = text }], IsError = isError };
}
