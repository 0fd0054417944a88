using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>A place where something is called by its name.</summary>
/// <param name="Kind">What is called so.</param>
/// <param name="Name">Its name; of a fact, its path from the scenario.</param>
/// <param name="Span">Where the name stands, without quotes.</param>
/// <param name="IsDefinition">Whether it is defined there.</param>
internal readonly record struct Mention(NameKind Kind, string Name, Span Span, bool IsDefinition)
{
    /// <summary>All of a file, in the order in which they stand.</summary>
    public static IReadOnlyList<Mention> In(JsonValue file, Grammar grammar)
    {
        var walk = new Walk(grammar);
        walk.Visit(file, grammar.Root);
        return walk.Found;
    }

    private sealed class Walk(Grammar grammar)
    {
        public List<Mention> Found { get; } = [];

        public void Visit(JsonValue value, Spot at)
        {
            switch (value)
            {
                case JsonText text:
                    Add(at, text.Value, text.Span, isName: false);
                    break;
                case JsonArray list:
                    foreach (var item in list.Items)
                    {
                        Visit(item, at);
                    }

                    break;
                case JsonObject owner:
                    foreach (var member in owner.Members)
                    {
                        Add(grammar.OfName(at, owner, member), member.Name, member.NameSpan, isName: true);
                        Visit(member.Value, grammar.Under(at, owner, member));
                    }

                    break;
            }
        }

        private void Add(Spot at, string name, Span span, bool isName)
        {
            var inside = Inside(span);
            switch (at.Kind)
            {
                case SpotKind.Fact or SpotKind.List or SpotKind.FactOfElements:
                    if (grammar.Scopes.PathOf(new Name(name, span), at.Scope) is { } path)
                    {
                        Found.Add(new Mention(NameKind.Fact, path, inside, IsDefinition: false));
                    }

                    break;
                case SpotKind.Reason when inside.Length == name.Length:
                    AddBraces(name, inside, at);
                    break;
                default:
                    if (KindOf(at.Kind, isName) is { } kind)
                    {
                        Found.Add(new Mention(kind.Kind, name, inside, kind.IsDefinition));
                    }

                    break;
            }
        }

        // What stands in the braces of a reason is a parameter, unless it is a fact or an element.
        private void AddBraces(string text, Span at, Spot spot)
        {
            for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', start + 1))
            {
                var end = text.IndexOf('}', start);
                if (end < 0)
                {
                    return;
                }

                var name = text[(start + 1)..end];
                Found.Add(grammar.Scopes.PathOf(new Name(name, at), spot.Scope) is { } path
                    ? new Mention(NameKind.Fact, path, at.Slice(start + 1, name.Length), IsDefinition: false)
                    : new Mention(NameKind.Parameter, name, at.Slice(start + 1, name.Length), IsDefinition: false));
            }
        }

        private static Span Inside(Span span) => span.Characters switch
        {
            ['"', .., '"'] when span.Length > 1 => span.Slice(1, span.Length - 2),
            ['"', ..] => span.Slice(1, span.Length - 1),
            _ => span,
        };

        private static (NameKind Kind, bool IsDefinition)? KindOf(SpotKind kind, bool isName) => kind switch
        {
            SpotKind.Conditions => (NameKind.Condition, true),
            SpotKind.ConditionName => (NameKind.Condition, false),
            SpotKind.Quantities => (NameKind.Quantity, true),
            SpotKind.QuantityName => (NameKind.Quantity, false),
            SpotKind.Parameters when isName => (NameKind.Parameter, true),
            SpotKind.ParameterName => (NameKind.Parameter, false),
            SpotKind.Documents when isName => (NameKind.Document, true),
            SpotKind.DocumentId => (NameKind.Document, false),
            SpotKind.Parties when isName => (NameKind.Party, true),
            SpotKind.PartyId => (NameKind.Party, false),
            SpotKind.RuleDefinition => (NameKind.Rule, true),
            SpotKind.RuleId => (NameKind.Rule, false),
            SpotKind.StageDefinition => (NameKind.Stage, true),
            SpotKind.Stage when !isName => (NameKind.Stage, true),
            SpotKind.StageName => (NameKind.Stage, false),
            _ => null,
        };
    }
}

/// <summary>What has a name.</summary>
internal enum NameKind
{
    Condition,
    Quantity,
    Parameter,
    Document,
    Party,
    Rule,
    Stage,
    Fact,
}
