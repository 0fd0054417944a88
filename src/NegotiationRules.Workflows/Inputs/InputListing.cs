using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Shows people what was inferred: a line for each input, with the reason.</summary>
internal sealed class InputListing
{
    // A path or a type that is longer pushes only its own line to the right.
    private const int WidestPath = 48;
    private const int WidestType = 32;

    private readonly List<(string Path, string Type, string Why)> _lines = [];
    private readonly SourceText? _main;

    private InputListing(SourceText? main) => _main = main;

    /// <summary>The listing, each line with a line break at its end.</summary>
    /// <param name="inputs">What was inferred.</param>
    /// <param name="main">The file whose lines are given without its name.</param>
    public static string Print(InferredRecord inputs, SourceText? main)
    {
        var listing = new InputListing(main);
        listing.AddMembers(string.Empty, inputs);
        var (paths, types) = (listing.Width(line => line.Path, WidestPath), listing.Width(line => line.Type, WidestType));
        var text = new StringBuilder();
        foreach (var (path, type, why) in listing._lines)
        {
            text.Append($"{path.PadRight(paths)}  {type.PadRight(types)}  {why}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private int Width(Func<(string Path, string Type, string Why), string> column, int most) =>
        _lines.Select(line => column(line).Length).Where(length => length <= most).DefaultIfEmpty(0).Max();

    private void AddMembers(string prefix, InferredRecord record)
    {
        foreach (var (member, why, elementWhy) in record.Members)
        {
            var path = prefix + member.Name;
            switch (member.Type)
            {
                case InferredRecord { Members.Count: > 0 } inner:
                    AddMembers(path + ".", inner);
                    break;
                case ListInput { Element: InferredRecord element }:
                    Add(path, "list of objects", why);
                    AddMembers(path + "[].", element);
                    break;
                case ListInput { Element: var element }:
                    Add(path, "list", why);
                    Add(path + "[]", InWords(element), elementWhy);
                    break;
                default:
                    Add(path, InWords(member.Type), why);
                    break;
            }
        }
    }

    private void Add(string path, string type, Evidence? why) =>
        _lines.Add((path, type, why is null ? "(nothing tells)" : $"({Said(why)})"));

    private string Said(Evidence why)
    {
        var place = why.Span.ToPlace();
        return why.Span.Source is null ? why.Words
            : why.Span.Source == _main ? $"{why.Words} at line {place.Line}"
            : $"{why.Words} at {place.File}:{place.Line}";
    }

    private static string InWords(InputType type) => type switch
    {
        ScalarInput { Kind: ScalarKind.Text or ScalarKind.Character } => "text",
        ScalarInput scalar => InWords(scalar.Kind) + (scalar.IsNullable ? ", or nothing" : string.Empty),
        OpaqueInput opaque => opaque.Description,
        _ => "object",
    };

    private static string InWords(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "true or false",
        ScalarKind.Int32 or ScalarKind.Int64 => "whole number",
        ScalarKind.Double => "number",
        ScalarKind.Decimal => "exact number",
        ScalarKind.DateTime => "date and time",
        ScalarKind.DateTimeOffset => "date and time with offset",
        ScalarKind.DateOnly => "date",
        ScalarKind.TimeSpan => "duration",
        _ => "identifier",
    };
}
