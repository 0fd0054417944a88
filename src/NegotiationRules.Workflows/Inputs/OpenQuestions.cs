using System.Globalization;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What expressions ask that only other uses can answer: whether <c>a - b</c> is between numbers or dates.</summary>
internal sealed class OpenQuestions(Shapes shapes)
{
    private readonly List<OpenQuestion> _open = [];

    public void Add(OpenQuestion question) => _open.Add(question);

    /// <summary>Whether a text in an expression may stand for a date, a duration or an identifier, should it be compared with
    /// one.</summary>
    public static bool MayStandForAnother(string text) =>
        text.Length > 0
        && char.IsAsciiHexDigit(text[0])
        && text.AsSpan().IndexOfAny('-', '/', ':') > 0
        && (
            DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
            || Guid.TryParse(text, out _)
            || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _)
        );

    /// <summary>Answers what can be answered, as long as one answer leads to another.</summary>
    public void Settle()
    {
        // To and fro, for answers may lead either way.
        while (_open.RemoveAll(question => question.Settle(shapes, isLast: false)) > 0)
        {
            _open.Reverse();
        }
    }

    /// <summary>Answers what can be answered once all expressions are read and before any sample is.</summary>
    public void SettleByWhatIsWritten()
    {
        Settle();
        _open.ForEach(question => question.SettleByWhatIsWritten(shapes));
        Settle();
    }

    /// <summary>Answers all: where nothing tells, by what is most likely.</summary>
    public void SettleAll()
    {
        Settle();
        foreach (var question in _open)
        {
            if (!question.Settle(shapes, isLast: false))
            {
                question.Settle(shapes, isLast: true);
            }
        }

        _open.Clear();
    }
}
