using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Editing.Places;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>Facts that may be named at a place: those of the innermost element come first.</summary>
internal sealed class FactSuggestions(Scopes scopes)
{
    /// <param name="scope">Where they are named.</param>
    /// <param name="use">What they are to lead to.</param>
    /// <param name="isName">Whether a test of the fact follows.</param>
    public IEnumerable<Suggestion> In(ElementScope scope, PathUse use, bool isName = false)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in FactPaths.From(scope, use).Where(seen.Add))
        {
            // Objects are tested by their facts, lists of such by what is asked of their elements.
            if (TypeOf(path, scope, use) is { } type
                && (use != PathUse.Fact || type is not (RecordType or ListType { Element: RecordType })))
            {
                yield return new Suggestion(
                    JsonPrinter.Quote(path), path, type is ListType ? SuggestionKind.List : SuggestionKind.Fact, Rank: 1)
                {
                    Detail = OneLine.Of(KindWords.Of(type)),
                    Documentation = Wordings.OfFact(path, type),
                    Behind = isName ? ": " + Placeholders.Test(type) : null,
                };
            }
        }
    }

    private FactType? TypeOf(string path, ElementScope scope, PathUse use)
    {
        var name = new Name(path, default);
        return use switch
        {
            PathUse.List => new ListType(scopes.Enter(new JsonText(default, path), null, scope).Type),
            PathUse.FactOfElements => scopes.TypeOf(
                new JsonObject(default, [new JsonMember("sum", default, new JsonText(default, path))]), scope) ?? new RealType(),
            _ => scopes.Fact(name, scope)?.Type,
        };
    }
}
