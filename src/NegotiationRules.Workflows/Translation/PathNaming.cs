using System.Globalization;
using NegotiationRules.Checking;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Gives names to the elements that need one, and leaves the others without.</summary>
/// <remarks>
/// A path of the language starts at the innermost element and is looked up outwards; one that could start at two places is an error. So an
/// element needs a name where a member of it could be that of another one around, where it is a plain value, and where a member is called
/// like a word of the language.
/// </remarks>
internal sealed class PathNaming(
    IReadOnlyDictionary<string, OpenElement> elements, IReadOnlySet<string> inputs, TranslationDiagnostics diagnostics
)
{
    private const string Scenario = "scenario";

    private readonly HashSet<Span> _hidden = [];

    /// <summary>Whether there was a path that could not be told from another, which is reported: what it stands in must not be
    /// used.</summary>
    public bool IsAmbiguous => _hidden.Count > 0;

    /// <summary>The condition with the names settled.</summary>
    public ConditionSyntax Settle(ConditionSyntax condition)
    {
        var survey = new Survey(elements, inputs);
        survey.Rewrite(condition);
        return new Naming(elements, Names(survey), ReportHidden, inputs).Rewrite(condition);
    }

    /// <summary>The operand with the names settled.</summary>
    public OperandSyntax Settle(OperandSyntax operand)
    {
        var survey = new Survey(elements, inputs);
        survey.Rewrite(operand);
        return new Naming(elements, Names(survey), ReportHidden, inputs).Rewrite(operand);
    }

    private void ReportHidden(Name path, string input, InputType hiding)
    {
        if (_hidden.Add(path.Span))
        {
            diagnostics.InputIsHidden(path, input, hiding);
        }
    }

    // A name must differ from every fact that could be meant anywhere in the condition: elements that come later count too.
    private Dictionary<string, string> Names(Survey survey)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mark in survey.NeedName)
        {
            var element = elements[mark];
            for (var i = 1; !names.ContainsKey(mark); i++)
            {
                var name = i == 1 ? element.Wish : element.Wish + i.ToString(CultureInfo.InvariantCulture);
                if (
                    !inputs.Contains(name)
                    && !names.ContainsValue(name)
                    && !IsWord(name)
                    && name != Scenario
                    && !survey.Seen.Any(seen => IsFactOf(elements[seen], name))
                )
                {
                    names.Add(mark, name);
                }
            }
        }

        return names;
    }

    private static bool IsFactOf(OpenElement element, string name) =>
        FactNames(element).Contains(name) || (element.Through is { } through && IsFactOf(through, name));

    private static IEnumerable<string> FactNames(OpenElement element) =>
        element.Type is RecordInput record ? record.MemberNames.Select(n => record.Find(n, isCaseSensitive: true)?.Fact ?? n) : [];

    // Of the elements of each list that the path of a list goes through, the outermost first.
    private static IEnumerable<OpenElement> Chain(OpenElement element) =>
        element.Through is { } through ? Chain(through).Append(element) : [element];

    private static bool IsWord(string name) =>
        ConditionForms.Keywords.Contains(name) || ConditionForms.IsAuxiliary(name) || name == "of" || Operators.IsOperator(name);

    private static (string Mark, string Inside) Split(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (path, string.Empty) : (path[..dot], path[(dot + 1)..]);
    }

    /// <summary>Finds the elements that need a name.</summary>
    private sealed class Survey(IReadOnlyDictionary<string, OpenElement> elements, IReadOnlySet<string> inputs) : SyntaxRewriter
    {
        private readonly List<OpenElement> _open = [];

        public List<string> NeedName { get; } = [];

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        protected override Name? Enter(Name? name)
        {
            if (name is not null)
            {
                Seen.Add(name.Text);
                _open.Add(elements[name.Text]);
            }

            return name;
        }

        protected override ElementNames? Leave(Name? name, Name? entered)
        {
            if (name is not null)
            {
                _open.RemoveAt(_open.Count - 1);
            }

            return ElementNames.Of(entered);
        }

        protected override Name Path(Name path)
        {
            if (path.Text[0] == OpenElement.MarkStart)
            {
                var (mark, rest) = Split(path.Text);
                var first = rest.Split('.')[0];
                var isWord = rest == first && IsWord(rest);
                if (rest.Length == 0 || isWord || inputs.Contains(first) || IsFactAround(elements[mark], first))
                {
                    // What lies on the way to an element that is gone over is named with all that do.
                    IEnumerable<OpenElement> named = _open.Exists(open => open.Mark == mark)
                        || _open.FindLast(open => Chain(open).Contains(elements[mark])) is not { } over ? [elements[mark]] : Chain(over);
                    NeedName.AddRange(named.Select(element => element.Mark).Except(NeedName));
                }
            }

            return path;
        }

        private bool IsFactAround(OpenElement element, string first) =>
            _open.Exists(other => other != element && IsFactBefore(other, element, first))
            || (element.Through is { } through && IsFactOf(through, first));

        // On the way to an element that lies further in, this one is itself.
        private static bool IsFactBefore(OpenElement other, OpenElement element, string first) =>
            FactNames(other).Contains(first)
            || (other.Through is { } through && through != element && IsFactBefore(through, element, first));
    }

    /// <summary>Puts the names in.</summary>
    private sealed class Naming(
        IReadOnlyDictionary<string, OpenElement> elements, Dictionary<string, string> names,
        Action<Name, string, InputType> reportHidden, IReadOnlySet<string> inputs
    ) : SyntaxRewriter
    {
        private readonly List<(OpenElement Element, bool IsUsed, bool IsUsedAround)> _open = [];

        protected override Name? Enter(Name? name)
        {
            if (name is null)
            {
                return null;
            }

            _open.Add((elements[name.Text], false, false));
            return names.TryGetValue(name.Text, out var given) ? new Name(given, name.Span) : null;
        }

        // A list that is selected and gone over opens the same element twice, of which one may do without the name.
        protected override ElementNames? Leave(Name? name, Name? entered)
        {
            if (name is null)
            {
                return ElementNames.Of(entered);
            }

            var (element, isUsed, isUsedAround) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            return isUsedAround
                ? new ElementNames(name.Span, [.. Chain(element).Select(one => new Name(names[one.Mark], name.Span))], IsList: true)
                : ElementNames.Of(isUsed ? entered : null);
        }

        protected override Name Path(Name path)
        {
            if (path.Text[0] == OpenElement.MarkStart)
            {
                var (mark, rest) = Split(path.Text);
                if (!names.TryGetValue(mark, out var name))
                {
                    return path with { Text = rest };
                }

                var at = _open.FindLastIndex(o => o.Element.Mark == mark);
                var around = at >= 0 ? at : _open.FindLastIndex(o => Chain(o.Element).Contains(elements[mark]));
                _open[around] = (_open[around].Element, _open[around].IsUsed || at >= 0, _open[around].IsUsedAround || at < 0);
                return path with { Text = rest.Length == 0 ? name : $"{name}.{rest}" };
            }

            var first = path.Text.Split('.')[0];
            if (!inputs.Contains(first) || _open.Find(o => IsFactOf(o.Element, first)).Element is not { } hiding)
            {
                return path;
            }

            if (!inputs.Contains(Scenario) && !_open.Exists(o => IsFactOf(o.Element, Scenario)))
            {
                return path with { Text = PathResolver.OfScenario + path.Text };
            }

            reportHidden(path, first, hiding.Type);
            return path;
        }
    }
}
