using NegotiationRules.Checking;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Finds the facts that conditions read, as paths from the scenario: only these are read of the inputs.</summary>
/// <param name="inputs">The inputs by name.</param>
internal sealed class UsedPaths(NamedInputs inputs)
{
    private readonly List<Element> _open = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reckoned = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>The facts that are reckoned with, of which only numbers of a usual size may be read.</summary>
    public IReadOnlySet<string> Reckoned => _reckoned;

    /// <summary>Whether no number can grow so large that C# would not reckon with it exactly.</summary>
    public bool IsSafe { get; private set; } = true;

    /// <summary>Whether something depends on the language of the machine.</summary>
    public bool HasLanguage { get; private set; }

    public void Add(ConditionSyntax? condition)
    {
        switch (condition)
        {
            case null:
                break;
            case FactTestSyntax test:
                AddPath(test.Path.Text);
                AddAll(test.Comparisons);
                break;
            case FactTestsSyntax tests:
                AddAll(tests.Tests);
                break;
            case CompositionSyntax composition:
                AddAll(composition.Conditions);
                break;
            case NotSyntax not:
                Add(not.Condition);
                break;
            case QuantifierSyntax quantifier:
                Enter(quantifier.List, quantifier.As, () =>
                {
                    Add(quantifier.Where);
                    Add(quantifier.Satisfy);
                });
                break;
            case ValueTestSyntax test:
                Add(test.Value);
                AddAll([test.Comparison]);
                break;
            default:
                throw new NotSupportedException($"expressions do not become {condition.GetType().Name}");
        }
    }

    private void Add(OperandSyntax? operand) => Measure(operand, isReckoned: false);

    // Goes through an operand, and tells how large it can be.
    private Magnitude Measure(OperandSyntax? operand, bool isReckoned)
    {
        switch (operand)
        {
            case null:
                return Magnitude.Free;
            case LiteralSyntax literal:
                return literal.Value is JsonNumber number ? Magnitude.Of(number.Digits) : Magnitude.Free;
            case FactOperandSyntax fact:
                return MeasureFact(AddPath(fact.Path.Text), isReckoned);
            case OperandListSyntax list:
                AddAll(list.Items);
                return Magnitude.Free;
            case QuantityOperandSyntax quantity:
                return Measure(quantity, isReckoned);
            case ArithmeticSyntax arithmetic:
                var result = Magnitude.Of(
                    arithmetic.Kind,
                    Measure(arithmetic.Left, isReckoned: true),
                    Measure(arithmetic.Right, isReckoned: true)
                );
                IsSafe &= result.IsSafe;
                return result;
            case MoveSyntax move:
                Add(move.Operand);
                return Magnitude.Free;
            case FunctionSyntax function:
                return Measure(function, isReckoned);
            case ChoiceSyntax choice:
                Add(choice.If);
                return Magnitude.Larger(Measure(choice.Then, isReckoned), Measure(choice.Else, isReckoned));
            default:
                throw new NotSupportedException($"expressions do not become {operand.GetType().Name}");
        }
    }

    private Magnitude Measure(QuantityOperandSyntax quantity, bool isReckoned)
    {
        var isSum = quantity.Kind == QuantityKind.Sum;
        var size = Magnitude.Int32;
        Enter(quantity.List, quantity.As, () =>
        {
            Add(quantity.Where);
            if (quantity.Of is not null)
            {
                size = Measure(quantity.Of, isReckoned || isSum);
            }
        });
        if (quantity.Kind == QuantityKind.Count)
        {
            return Magnitude.Int32;
        }

        size = quantity.Of is null ? MeasureFact(Resolve(quantity.List.Name.Text), isReckoned || isSum) : size;
        size = isSum ? size.Summed() : size;
        IsSafe &= size.IsSafe || !isSum;
        return size;
    }

    private Magnitude Measure(FunctionSyntax function, bool isReckoned)
    {
        HasLanguage |=
            function.Function
                is OperandFunction.LowerCase
                    or OperandFunction.UpperCase
                    or OperandFunction.PositionOf
                    or OperandFunction.Replaced;
        var size = function.Arguments.Select(argument => Measure(argument, isReckoned)).ToList().Aggregate(Magnitude.Larger);
        return function.Function switch
        {
            // A quotient of whole numbers that is not whole is in floating point.
            OperandFunction.Quotient => size.Kind == NumberKind.Decimal ? Magnitude.Larger(size, Magnitude.Fraction) : Magnitude.Free,
            OperandFunction.Power or OperandFunction.SquareRoot => Magnitude.Free,
            OperandFunction.Length or OperandFunction.PositionOf or OperandFunction.Sign or OperandFunction.Year or OperandFunction.Month
                or OperandFunction.DayOfMonth or OperandFunction.DayOfYear or OperandFunction.DayOfWeek or OperandFunction.Hour
                or OperandFunction.Minute or OperandFunction.Second => Magnitude.Int32,
            OperandFunction.WholeQuotient or OperandFunction.Remainder or OperandFunction.Absolute or OperandFunction.Floor
                or OperandFunction.Ceiling or OperandFunction.Truncated or OperandFunction.Rounded or OperandFunction.Least
                or OperandFunction.Greatest or OperandFunction.LowerCase or OperandFunction.UpperCase or OperandFunction.Trimmed
                or OperandFunction.Part or OperandFunction.Replaced or OperandFunction.Joined or OperandFunction.DateOf
                or OperandFunction.TimeOfDay or OperandFunction.TotalDays or OperandFunction.TotalHours or OperandFunction.TotalMinutes
                or OperandFunction.TotalSeconds or OperandFunction.Years
                or OperandFunction.Months or OperandFunction.Days or OperandFunction.Hours or OperandFunction.Minutes
                or OperandFunction.WholeYears or OperandFunction.WholeMonths or OperandFunction.DateTime => size,
        };
    }

    private Magnitude MeasureFact(string path, bool isReckoned)
    {
        if (isReckoned)
        {
            _reckoned.Add(path);
        }

        return Magnitude.Of((TypeOf(path) as ScalarInput)?.Kind);
    }

    private void AddAll(IEnumerable<ConditionSyntax> conditions)
    {
        foreach (var condition in conditions)
        {
            Add(condition);
        }
    }

    private void AddAll(IEnumerable<OperandSyntax> operands)
    {
        foreach (var operand in operands)
        {
            Add(operand);
        }
    }

    private void AddAll(IReadOnlyList<ComparisonSyntax> comparisons)
    {
        HasLanguage |= comparisons.Any(c => c.Operator is ComparisonOperator.StartsWith or ComparisonOperator.EndsWith);
        AddAll(comparisons.Select(c => c.Operand));
    }

    private void Enter(ListSyntax list, ElementNames? names, Action inside) => Enter(ElementsOf(list), names, inside);

    private void Enter(List<Element> elements, ElementNames? names, Action inside)
    {
        _open.AddRange(elements.Select((element, level) => element with { Name = names?.At(level, elements.Count)?.Text }));
        inside();
        _open.RemoveRange(_open.Count - elements.Count, elements.Count);
    }

    // Of each list that the path goes through, outermost first.
    private List<Element> ElementsOf(ListSyntax list)
    {
        if (list.Selection is not { } selection)
        {
            return ListsOn(AddPath(list.Name.Text), list.Name.Text);
        }

        var elements = ElementsOf(selection.From);
        Enter(elements, selection.As, () =>
        {
            Add(selection.Where);
            AddAll(selection.Distinct);
            AddAll(selection.OrderBy.Select(k => k.Key));
        });
        Add(selection.Skip);
        Add(selection.Take);
        return elements;
    }

    private string AddPath(string written)
    {
        var path = Resolve(written);
        _paths.Add(path);
        return path;
    }

    // From the innermost element outwards, as everywhere in the language.
    private string Resolve(string written)
    {
        // Of an input that an element could hide: nothing else is called so then.
        if (written.StartsWith(PathResolver.OfScenario, StringComparison.Ordinal) && !inputs.MemberNames.Contains("scenario"))
        {
            return written[PathResolver.OfScenario.Length..];
        }

        var dot = written.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? written : written[..dot];
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var element = _open[i];
            if (element.Name == first)
            {
                return element.Path + written[first.Length..];
            }

            if (element.Name is null && element.Type is ClrRecord record && HasFact(record, first))
            {
                return $"{element.Path}.{written}";
            }
        }

        return written;
    }

    // Those after the element that the path starts at, up to the last: a path to a fact of elements goes on behind the list.
    private List<Element> ListsOn(string path, string written)
    {
        var (at, type) = (string.Empty, (InputType)inputs);
        var (names, own) = (path.Split('.'), written.Split('.'));
        var before = names.Length - names.AsEnumerable().Reverse().Zip(own.AsEnumerable().Reverse())
            .TakeWhile(pair => pair.First == pair.Second).Count();
        var lists = new List<Element>();
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
        {
            at = at.Length == 0 ? name : $"{at}.{name}";
            type = type switch
            {
                ClrRecord record => FactReaderBuilder.MemberOf(record, name).Member.Type,
                _ => inputs.Inputs.First(input => input.Fact == name).Type,
            };
            if (type is ListInput list)
            {
                type = list.Element;
                if (number >= before)
                {
                    lists.Add(new Element(null, at, type));
                }
            }
        }

        return lists.Count > 0 ? lists : throw new NotSupportedException($"`{path}` is not a list");
    }

    private InputType TypeOf(string path)
    {
        var type = (InputType)inputs;
        foreach (var name in path.Split('.'))
        {
            type = type switch
            {
                ClrRecord record => FactReaderBuilder.MemberOf(record, name).Member.Type,
                _ => inputs.Inputs.First(input => input.Fact == name).Type,
            };
            type = type is ListInput list ? list.Element : type;
        }

        return type;
    }

    private static bool HasFact(ClrRecord record, string fact) =>
        record.MemberNames.Any(name => record.Find(name, isCaseSensitive: true)!.Fact == fact);

    private sealed record Element(string? Name, string Path, InputType Type);
}
