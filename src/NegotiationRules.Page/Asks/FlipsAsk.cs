using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Asks;

/// <summary><c>flips</c>: at which values of a parameter the outcomes of stages change, all else being as it is.</summary>
/// <remarks>Some values are tried, and between two with different outcomes the step at which they change is sought. Where they change and
/// change back between two that were tried, that is not seen.</remarks>
internal sealed class FlipsAsk
{
    private const int FirstTries = 12;

    private readonly RuleSet _rules;
    private readonly Scenario _scenario;
    private readonly string _parameter;
    private readonly ParameterRange _range;
    private readonly SortedDictionary<int, string?> _tried = [];

    private FlipsAsk(RuleSet rules, Scenario scenario, string parameter, ParameterRange range) =>
        (_rules, _scenario, _parameter, _range) = (rules, scenario, parameter, range);

    private int Last => (int)((_range.Most - _range.Least) / _range.Step);

    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var (seen, name) = (Seen.Of(question, folder, opened), question.Text("parameter")!);
        var written = seen.Written?.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (seen.Verdict is null || written is null || ParameterRange.Of(written) is not { } range)
        {
            return new AnswerObject().Add("parts", Enumerable.Empty<AnswerObject>());
        }

        return new AnswerObject().Add("parts", new FlipsAsk(seen.Rules!, seen.Scenario!, name, range).Parts());
    }

    private List<AnswerObject> Parts()
    {
        for (var i = 0; i <= FirstTries; i++)
        {
            Try((int)((long)Last * i / FirstTries));
        }

        foreach (var (low, high) in _tried.Keys.Zip(_tried.Keys.Skip(1)).ToList())
        {
            Seek(low, high);
        }

        var parts = new List<AnswerObject>();
        var all = _tried.ToList();
        for (var first = 0; first < all.Count;)
        {
            var next = first;
            while (next < all.Count && all[next].Value == all[first].Value)
            {
                next++;
            }

            parts.Add(new AnswerObject().Add("from", At(all[first].Key)).Add("to", At(all[next - 1].Key))
                .Add("outcomes", all[first].Value));
            first = next;
        }

        return parts;
    }

    private void Seek(int low, int high)
    {
        while (high - low > 1 && _tried[low] != _tried[high])
        {
            var middle = low + ((high - low) / 2);
            Try(middle);
            if (_tried[middle] != _tried[low] && _tried[middle] != _tried[high])
            {
                Seek(low, middle);
                low = middle;
            }
            else
            {
                (low, high) = _tried[middle] == _tried[low] ? (middle, high) : (low, middle);
            }
        }
    }

    private decimal At(int step) => _range.Least + (step * _range.Step);

    // The outcomes of all stages in words; nothing where the value is refused.
    private void Try(int step)
    {
        if (!_tried.ContainsKey(step))
        {
            var values = new Dictionary<string, object?> { [_parameter] = _range.ValueAt(At(step)) };
            _tried[step] = _rules.TryWith(values, out var rules, out _) && rules.TryEvaluate(_scenario, out var verdict, out _)
                ? string.Join(", ", verdict.Stages.Select(stage => $"{stage.Name}: {OutcomeWords.Of(stage.Outcome)}"))
                : null;
        }
    }
}
