using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds the small changes that can be made to a rule file, in the order of the file, each once.</summary>
/// <remarks>It goes over what was written, along the tables of forms, and need not be right: what comes of a change is checked as any rule
/// file is, and what is no rule file then is no mutant.</remarks>
internal sealed class MutationFinder
{
    private readonly HashSet<(int Start, int Length, string Text)> _seen = [];
    private readonly List<Mutation> _found = [];
    private readonly ConditionMutations _conditions;
    private MutatedPart _place = new(string.Empty, string.Empty);

    private MutationFinder(RecordType scenario) => _conditions = new ConditionMutations(new SiblingFacts(scenario), Add);

    /// <summary>All changes.</summary>
    /// <param name="text">The text of the rule file.</param>
    /// <param name="scenario">The type of a scenario.</param>
    public static IReadOnlyList<Mutation> Of(SourceText text, RecordType scenario)
    {
        var finder = new MutationFinder(scenario);
        if (JsonReader.Read(text, ReadingLimits.Default, new DiagnosticBag()) is JsonObject file)
        {
            finder.InFile(file);
        }

        return [.. finder._found.OrderBy(mutation => mutation.Edit.Span.Start)];
    }

    private void InFile(JsonObject file)
    {
        foreach (var (name, value) in Named(file, "parameters"))
        {
            _place = new MutatedPart("parameter", name);
            InParameter((value as JsonObject)?.Find("value")?.Value ?? value);
        }

        foreach (var stage in Items(file, "stages"))
        {
            _place = new MutatedPart("stage", NameOf(stage, "name"));
            _conditions.InCondition(stage.Find("when")?.Value);
        }

        foreach (var (name, value) in Named(file, "conditions"))
        {
            _place = new MutatedPart("condition", name);
            _conditions.InCondition(value);
        }

        foreach (var (name, value) in Named(file, "quantities"))
        {
            _place = new MutatedPart("quantity", name);
            _conditions.Operands.InOperand(value);
        }

        foreach (var rule in Items(file, "rules"))
        {
            _place = new MutatedPart(MutatedPart.Rule, NameOf(rule, "id"));
            InRule(rule);
        }
    }

    private void InParameter(JsonValue value)
    {
        if (value is JsonArray list)
        {
            _conditions.LeaveOutEach(list);
        }
        else if (value is JsonBoolean flag)
        {
            Add(flag.Span, flag.Value ? "false" : "true");
        }
        else
        {
            _conditions.Operands.InBound(value);
        }
    }

    private void InRule(JsonObject rule)
    {
        if (rule.Find("when") is { } when)
        {
            _conditions.LeaveOut(when);
            _conditions.InCondition(when.Value);
        }

        InStrength(rule);
        if (rule.Find("warnWhen") is { } risk)
        {
            Add(risk.NameSpan, JsonPrinter.Quote("require"));
            _conditions.InCondition(risk.Value);
        }

        _conditions.InCondition(rule.Find("require")?.Value);
        if (rule.Find("by") is { } by)
        {
            _conditions.LeaveOut(by);
            _conditions.Operands.InOperand(by.Value);
        }

        if (rule.Find("forEach")?.Value is { } list)
        {
            _conditions.Operands.InList(list);
        }
    }

    // Only whether a stage hangs on it: what else a strength changes is how it is told.
    private void InStrength(JsonObject rule)
    {
        var (required, expected) = (JsonPrinter.Quote("required"), JsonPrinter.Quote("expected"));
        switch (rule.Find("strength")?.Value)
        {
            case JsonText { Value: "required" } written:
                Add(written.Span, expected);
                break;
            case JsonText { Value: "expected" } written:
                Add(written.Span, required);
                break;
            case null when rule.Find("require") is { } demand:
                Add(demand.NameSpan with { Length = 0 }, $"\"strength\": {expected}, ", "required", "expected");
                break;
            default:
                break;
        }
    }

    private void Add(Span at, string text) => Add(at, text, at.Characters.ToString(), text);

    private void Add(Span at, string text, string before, string after)
    {
        if (_seen.Add((at.Start, at.Length, text)))
        {
            _found.Add(new Mutation(new TextEdit(at, text), _place, InOneLine(before), InOneLine(after)));
        }
    }

    private static string InOneLine(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string NameOf(JsonObject part, string key) => (part.Find(key)?.Value as JsonText)?.Value ?? string.Empty;

    private static IEnumerable<(string Name, JsonValue Value)> Named(JsonObject file, string key) =>
        (file.Find(key)?.Value as JsonObject)?.Members.Select(member => (member.Name, member.Value)) ?? [];

    private static IEnumerable<JsonObject> Items(JsonObject file, string key) =>
        (file.Find(key)?.Value as JsonArray)?.Items.OfType<JsonObject>() ?? [];
}

/// <summary>Takes a change.</summary>
/// <param name="at">What is replaced.</param>
/// <param name="text">What stands there instead.</param>
/// <param name="before">What is changed, as it is shown.</param>
/// <param name="after">What it becomes, as it is shown; empty where it is left out.</param>
internal delegate void AddMutation(Span at, string text, string before, string after);
