using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <content>What can be wrong with paths: a suggestion is one that can stand in the place of what is wrong. Codes NR2001 and
/// NR2020.</content>
internal sealed partial class CheckDiagnostics
{
    // Enough of any vocabulary that people write.
    private const int Most = 20_000;

    private static readonly string[] Inputs =
    [
        "input", "input1", "facts", "scenario", "data", "context", "ctx", "this", "root", "request", "$",
    ];

    private readonly Stack<(string Kind, Name Reference)> _named = new();

    /// <summary>What is reported until <see cref="LeaveNamed"/> lies in a named condition or quantity, which means something else in each
    /// place where it is used.</summary>
    public void EnterNamed(string kind, Name reference) => _named.Push((kind, reference));

    public void LeaveNamed() => _named.Pop();

    /// <param name="path">The path.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="segment">The first of its parts that leads nowhere.</param>
    /// <param name="owner">What the parts before lead to: a list where its elements have no such fact; <see langword="null"/> if there are
    /// none.</param>
    /// <param name="use">What the path was to lead to.</param>
    /// <param name="before">What stands before the path.</param>
    /// <returns>The path that was probably meant, if one is near.</returns>
    public string? UnknownFact(Name path, ElementScope scope, int segment, FactType? owner, PathUse use, string before = "")
    {
        var meant = Meant(path.Text, scope, segment, owner, use);
        bag.Error("NR2001", path.Span, $"unknown fact `{before}{path.Text}`",
            WithUse(new CodeInText(Parameter).Translate(path.Text) is { } condition ? $"conditions are never written as code: {condition}"
            : BorrowedWords.Order(path.Text) is var (key, isDescending)
                ? isDescending ? $"an order that begins with the greatest is written {{ \"descending\": \"{key}\" }}"
                    : $"an order goes from the least to the greatest: write \"{key}\""
            : meant is not null ? $"did you mean `{before}{meant}`?"
            : owner is null && ConditionForms.NamedAlone(path.Text) is { } form
                ? $"`{form.Keyword}` is a form where `{form.Beside}` stands beside it: {form.Example}"
            : owner is null && before.Length == 0 && OperandForms.IsForm(path.Text) && ConditionForms.With(path.Text) is []
                ? $"`{path.Text}` makes a value, which is compared: {{ \"value\": {{ \"{path.Text}\": … }}, \"atLeast\": 3 }}"
            : owner is null ? HelpFromTheStart(path.Text, scope, use)
            : HelpFrom(path.Text, scope, segment, owner, use)),
            [.. InsteadOf(path, scope, owner, use, meant is null ? null : before + meant)]);
        return meant;
    }

    private IEnumerable<Cure?> InsteadOf(Name path, ElementScope scope, FactType? owner, PathUse use, string? meant)
    {
        var segments = path.Text.Split('.');
        if (new CodeInText(Parameter).Translate(path.Text) is { } condition)
        {
            // As the key of a fact that must be true.
            var value = path.Span.Source is { } source ? source.Text.IndexOf(':', path.Span.End) + 1 : 0;
            var end = value == 0 ? 0 : ValueText.EndOf(path.Span.Source!.Text, value);
            yield return end > 0 && path.Span.Source!.Text.AsSpan(value, end - value).Trim() is "true"
                ? Cure.Replace(path.Span with { Length = end - path.Span.Start }, condition[1..^1].Trim()) : null;
        }
        else if (BorrowedWords.Order(path.Text) is var (key, isDescending))
        {
            // The nearest name alone would turn the order round.
            var isKey = path.Span.Source is { } text && text.Text.AsSpan(0, path.Span.Start).TrimEnd() is [.., ':' or '[' or ',']
                && path.Span.Characters is ['"', ..];
            yield return !isDescending ? Cure.Rename(path.Span, key)
                : isKey ? Cure.Replace(path.Span, $"{{ \"descending\": {JsonPrinter.Quote(key)} }}") : null;
        }
        else if (meant is not null)
        {
            yield return Cure.Rename(path.Span, meant);
        }
        else if (owner is null && use == PathUse.Fact && Parameter(path.Text) is not null && path.Span.Source is not null)
        {
            yield return Cure.Of(TextEdit.RenameMemberOf(path.Span, "parameter"));
        }
        else if (owner is null && Selected(segments, scope) is { } selected && selected != scope)
        {
            yield return NamedBeside(selected, segments[0]);
        }
        else if (owner is null && IsOfElement(segments, scope))
        {
            yield return Cure.Rename(path.Span, OfElement(segments, scope));
            yield return NamedBeside(scope, segments[0]);
        }
    }

    private static Cure? NamedBeside(ElementScope element, string name) =>
        element is { Name: null, Opened: { } opened } && element.IsFree(name) ? Cure.Of(opened.Write(NamesBeside(element, name))) : null;

    // What `as` says where the element gets that name: what has a name inside of the selection gets it too, where all need one.
    private static string NamesBeside(ElementScope element, string name) =>
        element.Opened?.NamesWith(element.Depth, depth => depth == element.Depth ? name : element.Opened.NameInside(depth) ?? name)
            ?? JsonPrinter.Quote(name);

    // The elements that are called so inside the selection that picks them, and have such a fact.
    private static ElementScope? Selected(string[] segments, ElementScope scope) =>
        segments.Length < 2
            ? null
            : scope
                .Outwards()
                .FirstOrDefault(s => s.NameInside == segments[0] && s.Type is RecordType record && record.SlotOf(segments[1]) >= 0);

    private static string OfElement(string[] segments, ElementScope scope) =>
        $"{(scope.Name is null ? string.Empty : $"{scope.Name}.")}{string.Join('.', segments.Skip(1))}";

    public void FactInsideList(Name path, FactReference list, ElementScope scope, bool inText)
    {
        var rest = path.Text[(list.Path.Length + 1)..];
        var goesOverIt = scope.Depth > 0 && ReferenceEquals(scope.Type, ((ListType)list.Type).Element);
        bag.Error("NR2020", path.Span, $"`{list.Path}` is a list, so `{path.Text}` is not one fact",
            WithUse(inText ? $"name the element where the rule goes over the list, \"as\": \"x\", and write {{x.{rest}}}"
                : goesOverIt ? $"of the element that is looked at here, write `{(scope.Name is null ? rest : $"{scope.Name}.{rest}")}`"
                : OfElements(list.Path, rest)),
            goesOverIt && !inText ? Cure.Rename(path.Span, scope.Name is null ? rest : $"{scope.Name}.{rest}") : null);
    }

    private static string? Meant(string path, ElementScope scope, int segment, FactType? owner, PathUse use)
    {
        var segments = path.Split('.');
        if (owner is null)
        {
            return IsOfElement(segments, scope) || Selected(segments, scope) is not null ? null
                : Spelling.Nearest(path, Known(scope, use)) ?? WithoutInput(path, Known(scope, use));
        }

        // Where the path starts well, what goes on from there is nearer than anything else.
        var before = string.Join('.', segments.Take(segment));
        var rest = string.Join('.', segments.Skip(segment));
        var ways = owner is ListType { Element: RecordType element }
            ? use is PathUse.Fact or PathUse.FactInText
                ? []
                : element.Properties.Select(p => p.Name)
            : owner is RecordType
                ? Ways(before, scope, use)
                : [];
        return Spelling.Nearest(rest, ways) is { } way ? $"{before}.{way}" : null;
    }

    // As other systems call the scenario: `input.gold`, `$.gold`, `facts.gold`.
    private static string? WithoutInput(string path, IEnumerable<string> known) =>
        path.IndexOf('.') is >= 0 and var dot && Inputs.Contains(path[..dot]) && path[(dot + 1)..] is var rest && known.Contains(rest)
            ? rest : null;

    // Whether what comes after the first part is a fact of the element that is looked at, and the first was to be its name.
    private static bool IsOfElement(string[] segments, ElementScope scope) =>
        scope.Depth > 0 && scope.Type is RecordType record && segments.Length > 1 && record.SlotOf(segments[1]) >= 0
        && Spelling.Nearest(segments[0], scope.Outwards().Select(s => s.Name).OfType<string>()) is null;

    private static List<string> Known(ElementScope scope, PathUse use) => [.. FactPaths.From(scope, use).Take(Most)];

    private static List<string> Ways(string before, ElementScope scope, PathUse use) =>
        [.. Known(scope, use).Where(k => k.StartsWith($"{before}.", StringComparison.Ordinal)).Select(k => k[(before.Length + 1)..])];

    private string HelpFromTheStart(string path, ElementScope scope, PathUse use)
    {
        var segments = path.Split('.');
        if (use == PathUse.Fact && Parameter(path) is not null)
        {
            return $"`{path}` is a parameter: write {{ \"parameter\": \"{path}\" }}";
        }

        if (Selected(segments, scope) is { } selected && selected != scope)
        {
            return $"the name `{segments[0]}` ends with the list in which it is given: give \"as\": "
                + $"{NamesBeside(selected, segments[0])} once more, beside that list";
        }

        if (IsOfElement(segments, scope))
        {
            return scope.Outwards().Any(s => s.NameInside == segments[0])
                ? $"the name `{segments[0]}` ends with the list in which it is given: write `{OfElement(segments, scope)}`, or give "
                    + $"\"as\": \"{segments[0]}\" once more, beside that list"
                : $"of the element that is looked at here, write `{OfElement(segments, scope)}`"
                    + (scope.Name is null ? $"; to say `{path}`, name it \"as\": \"{segments[0]}\"" : string.Empty);
        }

        var known = Known(scope, use);
        if (scope is { Depth: > 0, Name: null, Type: not RecordType } && use == PathUse.Fact)
        {
            return $"each element here is {scope.Type.Kind}: to test it, name it, \"as\": \"x\", and write {{ \"x\": … }}";
        }

        // The same name elsewhere: to be had as it is, or only of the elements of a list.
        if (known.Find(k => k.EndsWith($".{segments[0]}", StringComparison.Ordinal)) is { } same)
        {
            return $"the vocabulary has `{same}`";
        }

        if (use == PathUse.Fact && OfSomeList(segments[0], scope) is { } list)
        {
            return OfElements(list, path);
        }

        return scope switch
        {
            _ when use == PathUse.FactInText =>
                $"facts start with {Spelling.List(Starts(scope.Root))}; an element is called as `as` names it where the rule goes over "
                    + "the list",
            _ when use == PathUse.List => known.Count == 0
                ? "there is no list here"
                : $"name a list: {Spelling.List(known.Where(k => !k.Contains('.')).DefaultIfEmpty(known[0]))}",
            { Depth: 0 } => $"facts here start with {Spelling.List(Starts(scope))}{ToDeclare(segments)}",
            _ => $"facts of the element start with {Spelling.List(Starts(scope))}",
        };
    }

    // Where a fact of one's own is declared; of facts that are taken from a .NET type, whoever writes rules cannot have more.
    private string ToDeclare(string[] segments)
    {
        if (Vocabulary is null || !(Vocabulary.IsBuiltIn || Vocabulary.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            return string.Empty;
        }

        var declared = Enumerable.Reverse(segments).Skip(1).Aggregate(
            $"\"{segments[^1]}\": {{ \"type\": … }}", (inner, name) => $"\"{name}\": {{ \"properties\": {{ {inner} }} }}");
        return Vocabulary.IsBuiltIn
            ? "; a fact of your own needs a vocabulary file of your own, "
                + $"{{ \"allOf\": [{{ \"$ref\": \"negotiation\" }}, {{ \"properties\": {{ {declared} }} }}] }}"
            : $"; a new fact is declared in {Path.GetFileName(Vocabulary.Name)}, among its \"properties\": {declared}";
    }

    private static string HelpFrom(string path, ElementScope scope, int segment, FactType owner, PathUse use)
    {
        var segments = path.Split('.');
        var before = string.Join('.', segments.Take(segment));
        var rest = string.Join('.', segments.Skip(segment));
        if (owner is ListType list)
        {
            var names = (list.Element as RecordType)?.Properties.Select(p => p.Name).ToList() ?? [];
            return rest.All(char.IsAsciiDigit) || (segments[segment].All(char.IsAsciiDigit) && segments[segment].Length > 0)
                    ? $"a path picks no elements of a list by their number; "
                        + $"{OfElements(before, string.Join('.', segments.Skip(segment + 1)))}"
                : BorrowedWords.MeansCount(rest) ? $"to count the elements, write {{ \"count\": \"{before}\", \"atLeast\": … }}"
                : names.Count == 0 ? $"`{before}` is a list of plain values"
                : use == PathUse.FactInText
                    ? $"`{before}` is a list: name its element where the rule goes over it, \"as\": \"x\", and write "
                        + $"{{x.{Spelling.Nearest(rest, names) ?? "…"}}}"
                : use != PathUse.Fact ? $"its elements have {Spelling.List(names, "and")}"
                : Spelling.Nearest(rest, names) is { } name ? OfElements(before, name)
                : $"`{before}` is a list, and its elements have {Spelling.List(names, "and")}";
        }

        var ways = Ways(before, scope, use);
        return ways.Find(k => k.EndsWith($".{segments[segment]}", StringComparison.Ordinal)) is { } same
                ? $"the vocabulary has `{before}.{same}`"
            : owner is RecordType
                ? $"`{before}` has {Spelling.List(ways.Where(w => !w.Contains('.')).DefaultIfEmpty("nothing of this kind"), "and")}"
            : BorrowedWords.Operand(
                segments[segment],
                [
                    "year", "month", "dayOfMonth", "dayOfYear", "dayOfWeek", "hour", "minute", "second", "dateOf",
                    "timeOfDay", "totalDays", "length",
                ]
            )
                is { } function
                ? $"`{before}` is {owner.Kind} and has no parts: write {{ \"value\": {{ \"{function}\": {{ \"fact\": \"{before}\" }} }}, "
                    + $"… }}"
            : $"`{before}` is {owner.Kind} and has no parts: write `{before}`";
    }

    private static string OfElements(string list, string fact) =>
        $"say of which elements: {{ \"every\": \"{list}\", \"satisfy\": {(fact.Length == 0 ? "{ … }" : $"{{ \"{fact}\": … }}")} }}, or "
            + $"`some`, `no`, `count`";

    // The first list here whose elements have such a fact.
    private static string? OfSomeList(string name, ElementScope scope) =>
        FactPaths.From(scope, PathUse.FactOfElements).Take(Most).FirstOrDefault(path => path.EndsWith($".{name}", StringComparison.Ordinal))
            is { } found
            ? found[..^(name.Length + 1)]
            : null;

    private static IEnumerable<string> Starts(ElementScope scope) =>
        scope.Type is RecordType record ? record.Properties.Select(p => p.Name) : scope.Outer is null ? [] : Starts(scope.Outer);

    private string WithUse(string help) => _named.TryPeek(out var named) && named.Reference.Span.Source is not null
        ? HelpText.With(help, $"the {named.Kind} is read where it is used, at {named.Reference.Span.ToPlace()}")
        : help;
}
