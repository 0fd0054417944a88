using System.Globalization;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <content>Truths that are made of truths.</content>
internal sealed partial class StepWriter
{
    // A longer condition is a method of its own.
    private const int Longest = 110;

    private Code Combined(int number, Combine step, CodePlace place)
    {
        if (_routines.TryGetValue((number, place.Key), out var known))
        {
            return CallOf(known, place);
        }

        var parts = Parts(step, place);
        var decisive = step.IsAll ? Code.False : Code.True;
        if (parts.Contains(decisive))
        {
            return decisive;
        }

        if (parts.Count <= 1)
        {
            return parts.Count == 0 ? decisive.Not() : parts[0];
        }

        var text = string.Join(step.IsAll ? " && " : " || ", parts.Select(part => part.Text));
        if (text.Length <= Longest)
        {
            return new Code($"({text})", parts.Exists(part => part.IsOpen), parts.Exists(part => part.IsCostly));
        }

        var routine = MakeCombination(step, place);
        _routines.Add((number, place.Key), routine);
        return CallOf(routine, place);
    }

    // What is quickly told comes first.
    private List<Code> Parts(Combine step, CodePlace place)
    {
        var neutral = step.IsAll ? Code.True : Code.False;
        return
        [
            .. step.Parts.Numbers.Select(part => Write(part, place)).Where(part => part != neutral).Distinct()
                .OrderBy(part => part.IsCostly).ThenBy(part => part.IsOpen),
        ];
    }

    // One part after the other, until one decides.
    private Routine MakeCombination(Combine step, CodePlace around)
    {
        var place = NewPlace(
            step.Level, around.Supposed, new Dictionary<int, Code>(around.AtCall.Concat(around.Locals).DistinctBy(known => known.Key)));
        var parts = Parts(step, place);
        var isOpen = parts.Exists(part => part.IsOpen);
        var lines = parts.Select((part, i) => i == 0 ? $"            return {part.Text}"
            : $"                {(step.IsAll ? "&&" : "||")} {part.Text}");
        return Finish(step.IsAll ? "All" : "Any", isOpen ? "Truth" : "bool", isOpen, place, string.Join('\n', lines) + ";\n");
    }

    private Code AtLeast(CombineAtLeast step, CodePlace place)
    {
        var parts = step.Parts.Numbers.Select(part => Write(part, place)).ToList();
        var isCostly = parts.Exists(part => part.IsCostly);
        var number = step.Number.ToString(CultureInfo.InvariantCulture);
        return parts.Exists(part => part.IsOpen)
            ? new Code($"new Tally().{string.Join(".", parts.Select(part => $"And({part.Text})"))}.IsAtLeast({number})", true, isCostly)
            : new Code($"({string.Join(" + ", parts.Select(part => $"({part.Text} ? 1 : 0)"))} >= {number})", false, isCostly);
    }

    private Code CallOf(Routine routine, CodePlace place)
    {
        var arguments = routine.Levels.Select(VariableOf)
            .Concat(routine.Outer.Select(step => Write(step, place).Text));
        place.Levels.UnionWith(routine.Levels);
        return new Code($"{routine.Name}({string.Join(", ", arguments)})", routine.IsOpen, IsCostly: true);
    }

    private Routine Finish(string stem, string type, bool isOpen, CodePlace place, string body)
    {
        var name = _names.Take(Stem + stem + (place.Supposed.Count > 0 ? "OfFurther" : string.Empty));
        var parameters = place.Levels.Select(level => $"{TypeOfLevel(level)} {VariableOf(level)}")
            .Concat(place.Outer.Select(o => $"{TypeOf(o.Key, o.Value)} {o.Value.Text}"));
        return new Routine(name, [.. place.Levels], [.. place.Outer.Keys], isOpen,
            $"        private static {type} {name}({string.Join(", ", parameters)})\n        {{\n{body}        }}\n");
    }

    private string VariableOf(int level) => level == OfParameters ? CSharpTypes.ParametersVariable : _variables[level];

    private string TypeOfLevel(int level) =>
        level == OfParameters ? _types.ClassOf(_types.Parameters!) : _types.TypeOf(_program.Layout.Levels[level].Element);
}
