namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>One side of a comparison as it is written: an operand, and what must stand around the comparison for it to be read.</summary>
/// <param name="Form">What it is.</param>
/// <param name="State">How much is known of it.</param>
/// <param name="Index">Which of the values it has.</param>
internal sealed record Side(SideForm Form, SideState State, int Index)
{
    public bool IsConstant => Form is SideForm.Literal or SideForm.Parameter or SideForm.Period or SideForm.PeriodParameter
        or SideForm.ChoiceOfLiterals or SideForm.ListParameter;

    /// <summary>The side that means the same and is a fact, or a period written out; <see langword="null"/> if there is none.</summary>
    public Side? Plainest => Form switch
    {
        SideForm.OpenChoice => null,
        // A move of a day that is partly known is known better.
        SideForm.Move when State == SideState.Partly => null,
        SideForm.Period or SideForm.PeriodParameter => this with { Form = SideForm.Period },
        SideForm.ListFact or SideForm.ListParameter => this with { Form = SideForm.ListFact },
        _ => this with { Form = SideForm.Fact },
    };

    /// <param name="world">Where the values stand.</param>
    /// <param name="type">Their type.</param>
    /// <param name="side">The letter of the facts of this side: <c>v</c> on the left, <c>w</c> on the right.</param>
    public string Operand(PairingWorld world, PairedType type, char side)
    {
        var fact = $$"""{ "fact": "{{Path(type, side)}}" }""";
        var literal = world.ValuesOf(type)[Index];
        var other = (Index + 1) % PairingWorld.Drawn;
        return Form switch
        {
            SideForm.Key => Path(type, side),
            SideForm.Fact or SideForm.FactAround => fact,
            SideForm.FactOfElement => $$"""{ "fact": "{{side}}{{Index}}.{{OfRow(type)}}" }""",
            SideForm.PlainElement => $$"""{ "fact": "{{side}}{{Index}}" }""",
            SideForm.Literal => literal,
            SideForm.Parameter => $$"""{ "parameter": "{{type.Name}} {{Index}}" }""",
            SideForm.Period => world.Periods[Index],
            SideForm.PeriodParameter => $$"""{ "parameter": "period {{Index}}" }""",
            SideForm.Arithmetic => $$"""{{fact[..^2]}}, "plus": {{(type.HasBounds ? "0" : "\"P0D\"")}} }""",
            SideForm.Move when literal.EndsWith("-01\"", StringComparison.Ordinal) => $$"""{{fact[..^2]}}, "to": "startOfMonth" }""",
            SideForm.Move => $$"""{{fact[..^2]}}, "to": "endOfMonth" }""",
            SideForm.Function => type.IsText ? $$"""{ "joined": [{{fact}}, ""] }""" : $$"""{ "least": [{{fact}}, {{fact}}] }""",
            SideForm.Choice => Choice("flag", fact, $$"""{ "fact": "{{type.Name}}.{{side}}{{other}}" }"""),
            SideForm.ChoiceOfLiterals => Choice("flag", literal, world.ValuesOf(type)[other]),
            SideForm.OpenChoice => Choice("open", fact, $$"""{ "fact": "{{type.Name}}.{{side}}{{other}}" }"""),
            SideForm.Quantity => $$"""{ "min": "rows.{{OfRow(type)}}", "as": "q", "where": { "q.n": {{Row}} } }""",
            SideForm.ListFact => $$"""{ "fact": "lists.{{type.Name}}{{ListName}}" }""",
            _ => $$"""{ "parameter": "{{type.Name}} values" }""",
        };
    }

    /// <summary>The path of a list of values of that type, for a list as a key.</summary>
    public string ListPath(PairedType type) => $"lists.{type.Name}{ListName}";

    /// <summary>The comparison where this side can be read: inside the element that it is, or is of.</summary>
    public string Around(PairedType type, char side, string comparison)
    {
        var name = $"{side}{Index}";
        return Form switch
        {
            SideForm.FactAround => $$"""{ "some": "one", "as": "{{name}}o", "where": {{comparison}} }""",
            SideForm.FactOfElement =>
                $$"""{ "some": "rows", "as": "{{name}}", "where": { "all": [ { "{{name}}.n": {{Row}} }, {{comparison}} ] } }""",
            SideForm.PlainElement => $$"""{ "some": "lists.{{type.Name}}{{Suffix}}", "as": "{{name}}", "where": {{comparison}} }""",
            _ => comparison,
        };
    }

    private int Row => State == SideState.Known ? Index : State == SideState.Partly ? PairingWorld.Drawn : PairingWorld.Drawn + 1;

    private string ListName => State switch { SideState.Known => "All", SideState.Partly => "Open", _ => "Absent" };

    private string Suffix => State switch { SideState.Known => $"{Index}", SideState.Partly => "Part", _ => "None" };

    private string Path(PairedType type, char side) => $"{type.Name}.{side}{Suffix}";

    private string OfRow(PairedType type) => $"{type.Name}{(State == SideState.Partly ? "Part" : "At")}";

    private static string Choice(string condition, string then, string otherwise) =>
        $$"""{ "if": { "{{condition}}": true }, "then": {{then}}, "else": {{otherwise}} }""";
}
