using NegotiationRules.Editing.Answers;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;

namespace NegotiationRules.Page.Asks;

/// <summary><c>complete</c>: what may be written at a place of a file. <c>hover</c>: what there is to say of it.</summary>
internal static class CompleteAsk
{
    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, EditedFiles files)
    {
        var text = folder.Find(question.Text("path") ?? string.Empty);
        return text is null || Completion.At(files, text, question.Offset(text)) is not { } found
            ? new AnswerObject()
            : new AnswerObject().Add("start", found.Replaced.Start).Add("end", found.Replaced.End)
                .Add("options", found.All.Select(SuggestionAnswer.Of));
    }

    public static AnswerObject AnswerHover(PageQuestion question, OpenFolder folder, EditedFiles files)
    {
        var text = folder.Find(question.Text("path") ?? string.Empty);
        return text is null || Hovers.At(files, text, question.Offset(text)) is not { } told
            ? new AnswerObject()
            : new AnswerObject().Add("start", told.Span.Start).Add("end", told.Span.End).Add("markdown", told.Markdown);
    }
}
