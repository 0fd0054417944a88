using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Writes conditions and operands as JSON.</summary>
internal static class ConditionWriter
{
    public static JsonObject ToJson(ConditionSyntax condition) =>
        condition switch
        {
            FactTestSyntax test => new ObjectBuilder().Add(test.Path.Text, ToJson(test)).Build(),
            FactTestsSyntax tests => ToJson(tests),
            CompositionSyntax composition => new ObjectBuilder().Add(KeywordOf(composition.Kind), ToJson(composition.Conditions)).Build(),
            NotSyntax not => new ObjectBuilder().Add("not", ToJson(not.Condition)).Build(),
            AtLeastOfSyntax some => new ObjectBuilder().Add("atLeast", ToJson(some.Number)).Add("of", ToJson(some.Conditions)).Build(),
            QuantifierSyntax quantifier => new ObjectBuilder()
                .Add(KeywordOf(quantifier.Kind), ToJson(quantifier.List))
                .Add("as", Optional(quantifier.As))
                .Add("where", Optional(quantifier.Where))
                .Add("satisfy", Optional(quantifier.Satisfy))
                .Build(),
            ValueTestSyntax { Value: QuantityOperandSyntax { Kind: not QuantityKind.The } quantity } test => new ObjectBuilder()
                .AddAll(ToJson(quantity))
                .Add(NameOf(test.Comparison), ToJson(test.Comparison.Operand))
                .Build(),
            ValueTestSyntax test => new ObjectBuilder()
                .Add("value", ToJson(test.Value))
                .Add(NameOf(test.Comparison), ToJson(test.Comparison.Operand))
                .Build(),
            ShareSyntax share => new ObjectBuilder()
                .Add("share", ToJson(share.List))
                .Add("as", Optional(share.As))
                .Add("of", share.Weight is { } weight ? KeyToJson(weight) : null)
                .Add("among", Optional(share.Among))
                .Add("where", ToJson(share.Where))
                .Add("ifNone", Optional(share.IfNone))
                .Add(NameOf(share.Comparison), ToJson(share.Comparison.Operand))
                .Build(),
            ShareOfTwoSyntax share => new ObjectBuilder()
                .Add("share", new JsonArray(default, [ToJson(share.Part), ToJson(share.Whole)]))
                .Add("ifNone", Optional(share.IfNone))
                .Add(NameOf(share.Comparison), ToJson(share.Comparison.Operand))
                .Build(),
            InOrderSyntax order => new ObjectBuilder()
                .Add("inOrder", ToJson(order.List))
                .Add("as", Optional(order.As))
                .Text("by", order.By.Text)
                .Add("steps", ToJson(order.Steps))
                .Add("atLeast", order.AtLeast is { } least ? ToJson(least) : null)
                .Add("within", order.Within is { } within ? ToJson(within) : null)
                .Build(),
            ReachableSyntax reachable => new ObjectBuilder()
                .Add("reachable", ToJson(reachable.List))
                .Add("as", Optional(reachable.As))
                .Text("between", reachable.Between.Text)
                .Add("from", ToJson(reachable.From))
                .Add("to", ToJson(reachable.To))
                .Add("where", Optional(reachable.Where))
                .Build(),
            ConditionChoiceSyntax choice => new ObjectBuilder()
                .Add("if", ToJson(choice.If))
                .Add("then", ToJson(choice.Then))
                .Add("else", ToJson(choice.Else))
                .Build(),
            ConditionReferenceSyntax reference => new ObjectBuilder().Text("condition", reference.Name.Text).Build(),
            RuleReferenceSyntax reference => new ObjectBuilder().Text("rule", reference.Id.Text).Build(),
            _ => throw Broken(),
        };

    public static JsonValue ToJson(OperandSyntax operand) =>
        operand switch
        {
            LiteralSyntax literal => literal.Value,
            OperandListSyntax list => new JsonArray(default, [.. list.Items.Select(ToJson)]),
            FactOperandSyntax fact => new ObjectBuilder().Text("fact", fact.Path.Text).Build(),
            ParameterOperandSyntax parameter => new ObjectBuilder().Text("parameter", parameter.Name.Text).Build(),
            TableSyntax table => new ObjectBuilder()
                .Add("from", new JsonObject(default, [.. table.Entries.Select(e => new JsonMember(e.Day.Text, default, ToJson(e.Value)))]))
                .Add("at", table.At is { } at ? ToJson(at) : null)
                .Build(),
            QuantityReferenceSyntax named => new ObjectBuilder().Text("quantity", named.Name.Text).Build(),
            QuantityOperandSyntax quantity => ToJson(quantity),
            FunctionSyntax function => new ObjectBuilder().Add(OperandFunctions.NameOf(function.Function), ArgumentsOf(function)).Build(),
            ChoiceSyntax choice => new ObjectBuilder()
                .Add("if", ToJson(choice.If))
                .Add("then", ToJson(choice.Then))
                .Add("else", ToJson(choice.Else))
                .Build(),
            FirstKnownSyntax first => new ObjectBuilder()
                .Add("firstKnown", new JsonArray(default, [.. first.Items.Select(ToJson)]))
                .Build(),
            ArithmeticSyntax arithmetic => GoOn(arithmetic.Left, KeywordOf(arithmetic.Kind), ToJson(arithmetic.Right)),
            MoveSyntax move => GoOn(move.Operand, "to", new JsonText(default, CalendarMoves.NameOf(move.Move))),
            _ => throw Broken(),
        };

    private static JsonObject ToJson(QuantityOperandSyntax quantity) => new ObjectBuilder()
        .Add(KeywordOf(quantity.Kind), ToJson(quantity.List))
        .Add("as", Optional(quantity.As))
        .Add("of", Optional(quantity.Of))
        .Add("where", Optional(quantity.Where))
        .Add("ifNone", Optional(quantity.IfNone))
        .Build();

    // One alone stands without a list.
    private static JsonValue ArgumentsOf(FunctionSyntax function) =>
        function.Arguments is [var only] ? ToJson(only) : new JsonArray(default, [.. function.Arguments.Select(ToJson)]);

    // Named conditions share one key, in the place of the first of them.
    private static JsonObject ToJson(FactTestsSyntax tests)
    {
        var references = tests.Tests.OfType<ConditionReferenceSyntax>().ToArray();
        var names = Array.ConvertAll<ConditionReferenceSyntax, JsonValue>(references, one => new JsonText(default, one.Name.Text));
        var written = new ObjectBuilder();
        foreach (var test in tests.Tests)
        {
            written = test switch
            {
                FactTestSyntax fact => written.Add(fact.Path.Text, ToJson(fact)),
                ConditionReferenceSyntax when !ReferenceEquals(test, references[0]) => written,
                ConditionReferenceSyntax => written.Add("condition", names is [var only] ? only : new JsonArray(default, names)),
                _ => throw Broken(),
            };
        }

        return written.Build();
    }

    private static JsonValue ToJson(FactTestSyntax test) => test.Bare && test.Comparisons is [var only]
        ? ToJson(only.Operand)
        : new JsonObject(default, [.. test.Comparisons.Select(c => new JsonMember(NameOf(c), default, ToJson(c.Operand)))]);

    /// <summary>A list that is gone over.</summary>
    public static JsonValue ToJson(ListSyntax list) => list.Selection is { } selection ? ToJson(selection)
        : list.IsParameter ? new ObjectBuilder().Text("parameter", list.Name.Text).Build() : new JsonText(default, list.Name.Text);

    private static JsonObject ToJson(SelectionSyntax selection) => new ObjectBuilder()
        .Add("list", ToJson(selection.From))
        .Add("as", Optional(selection.As))
        .Add("where", Optional(selection.Where))
        .Add("distinct", selection.Distinct.Count switch
        {
            0 => null,
            1 => KeyToJson(selection.Distinct[0]),
            _ => new JsonArray(default, [.. selection.Distinct.Select(KeyToJson)]),
        })
        .Add("orderBy", selection.OrderBy.Count switch
        {
            0 => null,
            1 => ToJson(selection.OrderBy[0]),
            _ => new JsonArray(default, [.. selection.OrderBy.Select(ToJson)]),
        })
        .Add("reversed", selection.Reversed ? new JsonBoolean(default, true) : null)
        .Add("skip", selection.Skip is { } skip ? ToJson(skip) : null)
        .Add("take", selection.Take is { } take ? ToJson(take) : null)
        .Add("ties", selection.Ties ? new JsonBoolean(default, true) : null)
        .Build();

    private static JsonValue ToJson(OrderKeySyntax key) =>
        key.IsDescending ? new ObjectBuilder().Add("descending", KeyToJson(key.Key)).Build() : KeyToJson(key.Key);

    // A fact goes by its path alone.
    private static JsonValue KeyToJson(OperandSyntax key) =>
        key is FactOperandSyntax fact ? new JsonText(default, fact.Path.Text) : ToJson(key);

    private static JsonArray ToJson(IReadOnlyList<ConditionSyntax> conditions) => new(default, [.. conditions.Select(ToJson)]);

    private static JsonValue? Optional(OperandSyntax? operand) => operand is null ? null : ToJson(operand);

    /// <summary>The names of elements; <see langword="null"/> if there are none.</summary>
    public static JsonValue? Optional(ElementNames? names) => names is null ? null
        : names.IsList ? new JsonArray(default, [.. names.Names.Select(name => new JsonText(default, name.Text))])
        : new JsonText(default, names.Innermost.Text);

    private static JsonObject? Optional(ConditionSyntax? condition) => condition is null ? null : ToJson(condition);

    private static JsonObject GoOn(OperandSyntax operand, string key, JsonValue value)
    {
        var written =
            operand is OperandListSyntax
                ? throw new ArgumentException("The language cannot compute with a list of values.")
                : ToJson(operand);
        // Whatever their order in a file, these keys are applied in one order; for any other, a value is put inside another.
        var left = written is JsonObject started && !started.Members.Any(m => RankOf(m.Name) >= RankOf(key))
            ? started
            : new ObjectBuilder().Add("value", written).Build();
        return new ObjectBuilder().AddAll(left).Add(key, value).Build();
    }

    private static int RankOf(string key) => Array.IndexOf(OperandForms.Arithmetic, key);

    private static string NameOf(ComparisonSyntax comparison) => Operators.NameOf(comparison.Operator);

    // Each is called like its member of the enumeration.
    private static string KeywordOf<T>(T kind)
        where T : struct, Enum => SpeltNames.Spell(kind.ToString());

    /// <summary>What is thrown where a part could not be read.</summary>
    public static ArgumentException Broken() => new("A condition that could not be read cannot be written.");
}
