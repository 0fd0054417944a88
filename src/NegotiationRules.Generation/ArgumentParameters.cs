using System.Collections.Immutable;
using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Generation;

/// <summary>Parameters that are given to generated code when it is called, instead of being written into it: facts of an object of their
/// own, behind those of the scenario.</summary>
/// <remarks>A parameter is one of them if the program that reads it as a fact stays the same when it has another value: then nothing else
/// hangs on it.</remarks>
internal sealed class ArgumentParameters
{
    private const string Behind = "parameters";

    private ArgumentParameters(RecordType scenario, RecordType? parameters, Program program) =>
        (Scenario, Parameters, Program) = (scenario, parameters, program);

    /// <summary>The facts of a scenario, and behind them the parameters.</summary>
    public RecordType Scenario { get; }

    /// <summary>The parameters, each with the value that the rule file has; <see langword="null"/> if there is none.</summary>
    public RecordType? Parameters { get; }

    /// <summary>The program that reads them.</summary>
    public Program Program { get; }

    /// <summary>Finds those of a rule set.</summary>
    public static ArgumentParameters Of(RuleSet rules)
    {
        var plain = rules.Program;
        var found = ImmutableArray<Property>.Empty;
        if (plain.Steps.Any(step => step is Walk))
        {
            return new ArgumentParameters(rules.Vocabulary.Root, null, plain);
        }

        foreach (var parameter in rules.Checked.Parameters)
        {
            if (PropertyOf(rules.Checked, parameter) is { } property && IsAllThatHangsOn(rules, parameter, property))
            {
                found = found.Add(property);
            }
        }

        var (scenario, program) = Compile(rules, found);
        return found.IsEmpty || !StepsWithCode.AreAll(program)
            ? new ArgumentParameters(rules.Vocabulary.Root, null, plain)
            : new ArgumentParameters(scenario, (RecordType)scenario.Properties[^1].Type, program);
    }

    private static bool IsAllThatHangsOn(RuleSet rules, Parameter parameter, Property property)
    {
        // What is worked out of the parameter while it is a constant may take a step that has no C# when it is read.
        var (_, program) = Compile(rules, [property]);
        if (!StepsWithCode.AreAll(program))
        {
            return false;
        }

        foreach (var other in OthersThan(parameter.Value))
        {
            if (rules.TryWith(new Dictionary<string, object?> { [parameter.Name] = other }, out var changed, out _))
            {
                var (_, again) = Compile(changed, [property]);
                return IsSame(program, again);
            }
        }

        return false;
    }

    private static bool IsSame(Program one, Program other) =>
        one.Steps.SequenceEqual(other.Steps) && one.Rules.SequenceEqual(other.Rules) && one.Stages.SequenceEqual(other.Stages)
        && one.Texts.SequenceEqual(other.Texts);

    private static IEnumerable<object> OthersThan(JsonValue value)
    {
        switch (value)
        {
            case JsonNumber number when decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var given):
                return [given + 1, given - 1];
            case JsonBoolean boolean:
                return [!boolean.Value];
            case JsonText text when PartialDate.TryParse(text.Value, out var date) && date.IsDay && date.First < PartialDate.LastDay:
                return [DateOnly.FromDayNumber(date.First + 1)];
            case JsonText text:
                return [text.Value + "x"];
            default:
                return [];
        }
    }

    // What holds a parameter whose constants are all of one kind that has a fact.
    private static Property? PropertyOf(CheckedRuleSet rules, Parameter parameter)
    {
        Constant? found = null;
        var isPlain = true;
        var rewriter = new Rewriter(Look, intoLists: true);
        foreach (var condition in ConditionsOf(rules))
        {
            rewriter.Of(condition);
        }

        return found is null || !isPlain ? null : found.Measure.Kind switch
        {
            MeasureKind.Boolean => new Property(parameter.Name, Described(new BooleanType()), found.Value),
            MeasureKind.Exact => new Property(parameter.Name, Described(new ExactType(found.Measure.Scale)), found.Value),
            MeasureKind.Text => new Property(parameter.Name, Described(new TextType()), found.Value),
            MeasureKind.Day when found.Value.Date.IsDay => new Property(parameter.Name, Described(new DateType()), found.Value),
            MeasureKind.Instant => new Property(parameter.Name, Described(new DateTimeType()), found.Value),
            _ => null,
        };

        Operand? Look(Operand operand)
        {
            if (operand is Constant { Parameter: { } name } constant && name.Split(" and ").Contains(parameter.Name))
            {
                isPlain &= !constant.IsDerived && (found is null || found.Measure == constant.Measure);
                found ??= constant;
            }

            return null;
        }

        T Described<T>(T type)
            where T : FactType => type with { Description = parameter.Description ?? $"The parameter `{parameter.Name}`." };
    }

    private static IEnumerable<Condition> ConditionsOf(CheckedRuleSet rules) =>
        rules.Rules.SelectMany(rule => new[] { rule.When, rule.Require, rule.Deadline }).Concat(rules.StageConditions).OfType<Condition>();

    private static (RecordType Scenario, Program Program) Compile(RuleSet rules, ImmutableArray<Property> parameters)
    {
        var own = new RecordType(parameters);
        var root = rules.Vocabulary.Root;
        var scenario = new RecordType([.. root.Properties, new Property(Behind, own, FactValue.Of(FactRecord.Empty(own)))])
        {
            Title = root.Title,
            Description = root.Description,
        };
        var rewriter = new Rewriter(Read, intoLists: true);
        return (scenario, ProgramCompiler.Compile(rules.Checked, scenario, rewriter.Of));

        Operand? Read(Operand operand) =>
            operand is Constant { Parameter: { } name, IsDerived: false } constant && own.SlotOf(name) is >= 0 and var slot
                ? new FactOperand(constant.Span, constant.Measure, new FactReference(
                    0, [root.Properties.Count, slot], own.Properties[slot].Type, name))
                : null;
    }
}
