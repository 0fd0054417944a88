using System.CommandLine;
using System.Globalization;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--list</c>: how many elements lists may have at most.</summary>
internal sealed class ListOption : Option<string[]>
{
    public ListOption()
        : base("--list")
    {
        HelpName = "LIST=N";
        Description = "How many elements a list has at most, such as members=27; may be given several times";
        Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Read(token.Value) is null))
            {
                result.AddError($"--list takes LIST=N, not `{token.Value}`");
            }
        });
    }

    /// <summary>The numbers by the paths of the lists.</summary>
    public IReadOnlyDictionary<string, int> Of(ParseResult arguments)
    {
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (list, most) in (arguments.GetValue(this) ?? []).Select(text => Read(text)!.Value))
        {
            lists[list] = most;
        }

        return lists;
    }

    private static (string List, int Most)? Read(string text) =>
        text.Split('=') is [{ Length: > 0 } list, var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? (list, most) : null;
}
