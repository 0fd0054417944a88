using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>Names that a member of an object may have: facts, forms and operators of conditions, and the keys of all other
/// objects.</summary>
internal sealed class NameSuggestions(EditedFiles files, WrittenText text, Grammar grammar)
{
    private const string AnyDrawn = "{ \"uniform\": { \"from\": 5, \"to\": 20 } }";

    private readonly FactSuggestions _facts = new(grammar.Scopes);

    public IEnumerable<Suggestion> For(Cursor cursor)
    {
        var others = (cursor.Owner as JsonObject)?.Members.Where(one => one != cursor.Member).Select(one => one.Name).ToHashSet() ?? [];
        var owner = cursor.Owner is JsonObject written
            ? written with { Members = [.. written.Members.Where(one => one != cursor.Member)] }
            : new JsonObject(default, []);
        var all = cursor.At.Kind switch
        {
            SpotKind.Condition => InCondition(owner, cursor.At),
            SpotKind.Comparisons => OperatorsFor(cursor.At.Type),
            SpotKind.Operand or SpotKind.Value => InOperand(owner),
            SpotKind.List or SpotKind.Selection =>
                Keys(SelectionForm.Row).Append(Key("parameter", ": " + Placeholders.Of(MemberShape.Reference))),
            SpotKind.Facts => Properties(FactGrammar.Inner(cursor.At)),
            SpotKind.Changes => _facts.In(cursor.At.Scope, PathUse.Fact, isName: true),
            SpotKind.StageOutcomes => Names(NameKind.Stage),
            SpotKind.RuleOutcomes or SpotKind.ElementOutcomes => Names(NameKind.Rule),
            SpotKind.HolderOutcomes => Names(NameKind.Party),
            SpotKind.ParameterValues => Names(NameKind.Parameter),
            SpotKind.Schema => Keywords(owner, cursor.At),
            SpotKind.ListSizes => Lists(),
            SpotKind.DrawnFacts => DrawnFacts(cursor.At.Scope),
            SpotKind.DrawnParameters => Names(NameKind.Parameter).Select(name => name with { Behind = Placeholders.Like(AnyDrawn) }),
            SpotKind.Weights => ValuesOf(cursor.At.Type),
            SpotKind.Controller => [Key("fact", ": " + Placeholders.Of(MemberShape.Path))],
            var kind => ShapeOf(kind) is { } shape ? Keys(shape) : [],
        };
        return all.Where(one => !others.Contains(one.Label));
    }

    /// <summary>The keys that an object has by itself; <see langword="null"/> if that hangs on what it holds.</summary>
    public static ObjectShape? ShapeOf(SpotKind kind) => kind switch
    {
        SpotKind.RuleFile => RuleFileReader.Shape,
        SpotKind.Rule => RuleReader.Shape,
        SpotKind.Source => RuleReader.SourceShape,
        SpotKind.Stage => RuleFileReader.StageShape,
        SpotKind.ParameterObject => RuleFileReader.ParameterShape,
        SpotKind.Document => RuleFileReader.DocumentShape,
        SpotKind.TestsFile => TestsFileReader.Shape,
        SpotKind.Test => TestCaseReader.Shape,
        SpotKind.Expect => ExpectationReader.Shape,
        SpotKind.LinesExpect => TestCaseReader.LinesExpectShape,
        SpotKind.AnalysisFile => AnalysisFileShape.File,
        SpotKind.IgnoredFinding => AnalysisFileShape.Ignored,
        SpotKind.DistributionFile => DistributionFileShape.File,
        SpotKind.Drawn => DistributionFileShape.Drawn,
        SpotKind.Uniform => DistributionFileShape.Uniform,
        SpotKind.Triangular => DistributionFileShape.Triangular,
        SpotKind.Normal => DistributionFileShape.Normal,
        _ => null,
    };

    private IEnumerable<Suggestion> InCondition(JsonObject owner, Spot at)
    {
        var form = ConditionGrammar.FormOf(owner);
        if (form is not null && !form.StandsBesideFacts)
        {
            var compared = new ConditionGrammar(grammar.Scopes).ComparedIn(owner, at.Scope);
            var isCompared = Operators.AnyIn(owner);
            return [.. Keys(form), .. form.Compares && !isCompared ? OperatorsFor(compared) : []];
        }

        var facts = _facts.In(at.Scope, PathUse.Fact, isName: true);
        return owner.Members.Count > 0
            ? facts.Append(Form(ConditionForms.Table[(int)ConditionForm.ConditionByName]))
            : [.. facts, .. ConditionForms.Table.Where(row => !row.IsOfTwo).DistinctBy(row => row.Keyword).Select(Form)];
    }

    private static IEnumerable<Suggestion> InOperand(JsonObject owner)
    {
        var form = ConditionGrammar.OperandOf(owner);
        var further = OperandForms.GoingOn.Select(member => Key(member.Key, ": " + Placeholders.Of(member.Takes)));
        if (form is not null || owner.Members.Any(member => OperandFunctions.IsFunction(member.Name)))
        {
            return [.. form is null ? [] : Keys(form), .. further];
        }

        return
        [
            .. OperandForms.Table.Select(row => new Suggestion($"\"{row.Keyword}\"", row.Keyword, SuggestionKind.Form, Rank: 2)
            {
                Behind = ": " + Placeholders.Form(row, compares: false),
            }),
            .. OperandFunctions.Table.Select(row => new Suggestion(
                $"\"{OperandFunctions.NameOf(row.Function)}\"", OperandFunctions.NameOf(row.Function), SuggestionKind.Function, Rank: 3)
            {
                Behind = ": " + Placeholders.Of(row.Most == 1 ? MemberShape.Operand : MemberShape.Operands),
                Documentation = Wordings.OfFunction(row),
            }),
        ];
    }

    private static IEnumerable<Suggestion> OperatorsFor(FactType? type)
    {
        var kinds = type switch
        {
            null => ValueKinds.Everything,
            ListType { Element: not RecordType } => ValueKinds.Lists,
            ListType or RecordType => ValueKinds.Composites,
            _ => Measure.Of(type)?.Asked ?? ValueKinds.Everything,
        };
        var values = type is ListType list ? list.Element : type;
        return Operators.Table.Where(row => (row.Of & kinds) != ValueKinds.None).Select(row => new Suggestion(
            $"\"{Operators.NameOf(row.Operator)}\"", Operators.NameOf(row.Operator), SuggestionKind.Operator, Rank: 2)
        {
            Behind = ": " + Placeholders.Operand(row, values),
            Detail = row.Says,
            Documentation = Wordings.OfOperator(row),
        });
    }

    // What fits the type that is written, and for the whole file also what is referred to.
    private static IEnumerable<Suggestion> Keywords(JsonObject schema, Spot at) => VocabularyKeywords.Table
        .Where(row => (row.Of & VocabularyKeywords.KindsOf(schema)) != SchemaKinds.None && (!row.IsOfFile || at.Schema is null))
        .Select(row => Key(row.Keyword, Placeholders.Like(row.Example)) with { Documentation = Wordings.OfKeyword(row) });

    private IEnumerable<Suggestion> Lists() => ListPaths.In(grammar.Scopes.Root.Type as RecordType ?? new RecordType([])).Select(path =>
        new Suggestion(JsonPrinter.Quote(path), path, SuggestionKind.List, Rank: 1) { Behind = ": " + Filling.Place });

    // Of facts of elements it has to be said of which element, so they are not whole names yet.
    private IEnumerable<Suggestion> DrawnFacts(ElementScope scope) => _facts.In(scope, PathUse.Fact, isName: true)
        .Select(fact => fact with { Behind = Placeholders.Like(AnyDrawn) });

    // The names under which weights stand are values.
    private static IEnumerable<Suggestion> ValuesOf(FactType? type)
    {
        IEnumerable<string> values = type switch
        {
            BooleanType => ["true", "false", "null"],
            TextType { Values: { } texts } => texts.Append("null"),
            _ => [],
        };
        return values.Select(value =>
            new Suggestion(JsonPrinter.Quote(value), value, SuggestionKind.Value, Rank: 1) { Behind = Placeholders.Like("1") });
    }

    private IEnumerable<Suggestion> Names(NameKind kind) => files.NamesFor(text).Of(kind).Select(name =>
        new Suggestion(JsonPrinter.Quote(name.Name), name.Name, SuggestionKind.Name, Rank: 1) { Behind = ": " + Filling.Place });

    private static IEnumerable<Suggestion> Properties(FactType? type) => type is not RecordType record ? [] : record.Properties.Select(
        property => new Suggestion(JsonPrinter.Quote(property.Name), property.Name, SuggestionKind.Fact, Rank: 1)
        {
            Behind = ": " + Placeholders.Value(property.Type),
            Detail = OneLine.Of(KindWords.Of(property.Type)),
            Documentation = Wordings.OfFact(property.Name, property.Type),
        });

    private static IEnumerable<Suggestion> Keys(FormRow form) =>
        form.Members.Select(member => Key(member.Key, ": " + Placeholders.Of(member.Takes)));

    private static IEnumerable<Suggestion> Keys(ObjectShape shape) => shape.Keys.Select(key =>
        Key(key, Placeholders.Like(shape.ExampleOf(key))) with { Documentation = Wordings.OfKey(shape, key) });

    private static Suggestion Key(string key, Filling behind) =>
        new($"\"{key}\"", key, SuggestionKind.Key, Rank: 2) { Behind = behind };

    private static Suggestion Form(ConditionRow row) => new($"\"{row.Keyword}\"", row.Keyword, SuggestionKind.Form, Rank: 3)
    {
        Behind = ": " + Placeholders.Form(row, row.Compares),
        Documentation = Wordings.OfForm(row),
    };
}
