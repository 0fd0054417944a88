using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Page.Asks;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Page;

/// <summary>Answers the page: files come in with questions, and answers go out. It remembers the files, and nothing of the page.</summary>
internal sealed class Desk
{
    private readonly OpenFolder _folder;
    private readonly RulesOnDesk _rules;
    private LastVocabularies _vocabularies = new();
    private string? _opening;

    /// <param name="root">The folder that files are put in; it is emptied of what was put there, and nothing else.</param>
    public Desk(string root) => _rules = new RulesOnDesk(_folder = new OpenFolder(root));

    /// <summary>Answers a question: JSON in, JSON out.</summary>
    /// <param name="question"><c>{ "ask": …, "files": { path: text }, … }</c>; files are written before anything is answered, and taken
    /// away where the text is <c>null</c>.</param>
    /// <returns>What was asked for, or <c>{ "fault": … }</c>.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, the page shows a sentence, and the next question is answered.")]
    public string Answer(string question)
    {
        try
        {
            var read = JsonReader.Read(new SourceText("<question>", question), ReadingLimits.Default, new DiagnosticBag());
            return Answer(new PageQuestion((JsonObject)read!)).ToString();
        }
        catch (Exception fault)
        {
            return new AnswerObject().Add("fault", fault.Message).ToString();
        }
    }

    private AnswerObject Answer(PageQuestion question)
    {
        if (question.Opening != _opening)
        {
            _opening = question.Opening;
            _vocabularies = new LastVocabularies();
            _rules.Forget();
        }

        foreach (var (path, text) in question.Texts("files"))
        {
            _folder.Write(path, text);
        }

        return question.Kind switch
        {
            "write" => new AnswerObject().Add("files", _folder.Paths),
            "look" => LookAsk.Answer(question, _folder, _rules),
            "advise" => AdviseAsk.Answer(question, _folder, _rules),
            "flips" => FlipsAsk.Answer(question, _folder, _rules),
            "test" => TestAsk.Answer(question, _folder),
            "compare" => CompareAsk.Answer(question, _folder, _rules),
            "place" => PlaceAsk.Answer(question, _folder),
            "complete" => CompleteAsk.Answer(question, _folder, FilesFor(question)),
            "hover" => CompleteAsk.AnswerHover(question, _folder, FilesFor(question)),
            "describe" => new AnswerObject().Add("markdown", _rules.Last(question.Rules)?.Describe()),
            var other => throw new ArgumentException($"nothing is known of `{other}`", nameof(question)),
        };
    }

    private FilesOnDesk FilesFor(PageQuestion question) => new(question, _folder, _rules, _vocabularies);
}
