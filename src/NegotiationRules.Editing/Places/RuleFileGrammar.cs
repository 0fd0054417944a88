using NegotiationRules.Checking;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in a rule file.</summary>
internal sealed class RuleFileGrammar : Grammar
{
    private readonly ConditionGrammar _conditions;
    private readonly JsonObject? _file;
    private Dictionary<(SpotKind Kind, string Name), ElementScope>? _firstUse;

    public RuleFileGrammar(JsonValue file, Scopes scopes)
        : base(scopes)
    {
        _file = file as JsonObject;
        _conditions = new ConditionGrammar(scopes);
    }

    public override Spot Root => At(SpotKind.RuleFile);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.RuleFile => UnderFile(member.Name),
        SpotKind.Rule => UnderRule(owner, member),
        SpotKind.Conditions => At(SpotKind.Condition, FirstUse(SpotKind.ConditionName, member.Name)),
        SpotKind.Quantities => At(SpotKind.Operand, FirstUse(SpotKind.QuantityName, member.Name)),
        SpotKind.Parameters => At(SpotKind.ParameterObject),
        SpotKind.Documents => At(SpotKind.Document),
        SpotKind.Stage => member.Name == "when" ? At(SpotKind.Condition)
            : member.Name == "name" ? At(SpotKind.StageDefinition) : Nothing,
        SpotKind.Source => member.Name == "document" ? At(SpotKind.DocumentId) : Nothing,
        _ => _conditions.Under(at, owner, member) ?? Nothing,
    };

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.Conditions or SpotKind.Quantities or SpotKind.Parameters or SpotKind.Documents or SpotKind.Parties => at,
        SpotKind.Condition when ConditionGrammar.IsFact(owner, member) => at with { Kind = SpotKind.Fact },
        _ => Nothing,
    };

    private Spot UnderFile(string name) => At(name switch
    {
        "vocabulary" => SpotKind.VocabularyPath,
        "include" => SpotKind.RulesPath,
        "stages" => SpotKind.Stage,
        "parties" => SpotKind.Parties,
        "parameters" => SpotKind.Parameters,
        "documents" => SpotKind.Documents,
        "conditions" => SpotKind.Conditions,
        "quantities" => SpotKind.Quantities,
        "rules" => SpotKind.Rule,
        _ => SpotKind.Nothing,
    });

    private Spot UnderRule(JsonObject rule, JsonMember member) => member.Name switch
    {
        "id" => At(SpotKind.RuleDefinition),
        "stage" => At(SpotKind.StageName),
        "holder" => member.Value is JsonObject ? At(SpotKind.Operand, ElementOf(rule)) : At(SpotKind.PartyId),
        "strength" => At(SpotKind.Strength),
        "forEach" => At(SpotKind.List),
        "as" => At(SpotKind.ElementName),
        "when" or "require" or "warnWhen" => At(SpotKind.Condition, ElementOf(rule)),
        "by" => At(SpotKind.Value, ElementOf(rule), new DateType()),
        "because" => At(SpotKind.Reason, ElementOf(rule)),
        "source" => At(SpotKind.Source),
        _ => Nothing,
    };

    private ElementScope ElementOf(JsonObject rule) =>
        rule.Find("forEach") is { } each ? Scopes.Enter(each.Value, rule.Find("as")?.Value, Scopes.Root) : Scopes.Root;

    // A named condition is read where it is used; where nobody uses it yet, of the scenario.
    private ElementScope FirstUse(SpotKind kind, string name)
    {
        if (_firstUse is null)
        {
            _firstUse = [];
            foreach (var rule in (_file?.Find("rules")?.Value as JsonArray)?.Items ?? [])
            {
                Look(rule, At(SpotKind.Rule));
            }

            foreach (var part in (ReadOnlySpan<string>)["conditions", "quantities"])
            {
                foreach (var member in (_file?.Find(part)?.Value as JsonObject)?.Members ?? [])
                {
                    var isCondition = part == "conditions";
                    var use = (isCondition ? SpotKind.ConditionName : SpotKind.QuantityName, member.Name);
                    Look(member.Value, At(isCondition ? SpotKind.Condition : SpotKind.Operand, _firstUse.GetValueOrDefault(use)));
                }
            }
        }

        return _firstUse.GetValueOrDefault((kind, name), Scopes.Root);
    }

    private void Look(JsonValue value, Spot at)
    {
        switch (value)
        {
            case JsonText text when at.Kind is SpotKind.ConditionName or SpotKind.QuantityName:
                _firstUse!.TryAdd((at.Kind, text.Value), at.Scope);
                break;
            case JsonArray list:
                foreach (var item in list.Items)
                {
                    Look(item, at);
                }

                break;
            case JsonObject owner:
                foreach (var member in owner.Members)
                {
                    Look(member.Value, Under(at, owner, member));
                }

                break;
        }
    }
}
