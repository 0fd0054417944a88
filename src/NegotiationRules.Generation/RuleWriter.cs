using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation;

/// <summary>Writes the lines that work out the rules of one word: 64 of them.</summary>
internal sealed class RuleWriter
{
    private const string Indent = "            ";
    private static readonly string[] Words = ["satisfied", "violated", "pending", "notApplicable", "stagesOut"];
    private readonly CheckedRuleSet _rules;
    private readonly Program _program;
    private readonly StepWriter _steps;
    private readonly CodePlace _place;
    private readonly StringBuilder _lines = new();
    private ulong _always;

    public RuleWriter(CheckedRuleSet rules, Program program, StepWriter steps) =>
        (_rules, _program, _steps, _place) = (rules, program, steps, steps.NewPlace(0, ImmutableHashSet<int>.Empty));

    /// <summary>The lines for some rules, and then for stages, between the words that they fill and their end.</summary>
    /// <param name="first">The first rule.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="hasStages">Whether the stages are written, too.</param>
    public string Write(int first, int end, bool hasStages)
    {
        WriteShared(first, end, hasStages);
        for (var rule = first; rule < end; rule++)
        {
            WriteRule(rule);
        }

        _steps.Stem = string.Empty;
        for (var stage = 0; hasStages && stage < _rules.Stages.Length; stage++)
        {
            if (_program.Stages[stage] is { } steps)
            {
                var applies = _steps.Write(steps.Met, _place);
                _lines.Append(CultureInfo.InvariantCulture, $"\n{Indent}// The stage {CSharpText.OneLine(_rules.Stages[stage])}.\n");
                Set("stagesOut", applies.IsOpen ? $"({applies.Text}).IfFalse(1ul << {stage})" : $"{applies.Text} ? 0 : 1ul << {stage}");
            }
        }

        if (_always != 0)
        {
            _lines.Append(CultureInfo.InvariantCulture, $"\n{Indent}violated |= ~satisfied & 0x{_always:X}ul;\n");
        }

        var saysStages = hasStages && _program.Stages.Any(stage => stage is not null);
        var declared = string.Concat(Words.Where(word => word != "stagesOut" || saysStages)
            .Select(word => $"{Indent}ulong {word} = 0;\n"));
        return $"{declared}\n{_lines}";
    }

    // What several rules need and what takes long is worked out once.
    private void WriteShared(int first, int end, bool hasStages)
    {
        var roots = new List<int>();
        foreach (var rule in _program.Rules.Skip(first).Take(end - first).Concat(hasStages ? _program.Stages.OfType<RuleSteps>() : []))
        {
            roots.AddRange([rule.When, rule.Met, rule.HasPassed]);
        }

        foreach (var step in _steps.Repeated.In(0, [.. roots]))
        {
            var code = _steps.Write(step, _place);
            if (!code.IsConstant)
            {
                var variable = _place.NewVariable(_steps.IsQuantity(step) ? "value" : "shared");
                _lines.Append(CultureInfo.InvariantCulture, $"{Indent}{_steps.TypeOf(step, code)} {variable} = {code.Text};\n");
                _place.Locals[step] = new Code(variable, code.IsOpen);
            }
        }
    }

    private void WriteRule(int index)
    {
        var rule = _rules.Rules[index];
        var (when, met, passed) = _program.Rules[index];
        var (bit, name) = (CSharpOutcomes.BitOf(index), CSharpNames.Camel(rule.Id));
        _lines.Append(_lines.Length == 0 ? string.Empty : "\n");
        _lines.Append(CultureInfo.InvariantCulture,
            $"{Indent}// {CSharpText.OneLine(rule.Id + (rule.Title is null ? string.Empty : ": " + rule.Title))}\n");
        _steps.Stem = CSharpNames.Pascal(rule.Id);
        var applies = _steps.Write(when, _place);
        var isMet = _steps.Write(met, _place);
        var isDue = _steps.Write(passed, _place);
        if (applies == Code.False)
        {
            Set("notApplicable", bit);
        }
        else if (applies == Code.True && isDue == Code.True)
        {
            WritePlain(index, isMet, bit, name);
        }
        else if (applies == Code.True)
        {
            WriteMet(Indent, isMet, new Code("true"), isDue, bit, name);
        }
        else
        {
            var variable = applies.IsOpen ? _place.NewVariable(name + "Applies") : null;
            if (variable is not null)
            {
                Line(Indent, $"Truth {variable} = {applies.Text};");
            }

            Line(Indent, $"if ({(variable is null ? Negated(applies) : $"{variable}.IsFalse")})", "{");
            Set("notApplicable", bit, Indent + "    ");
            Line(Indent, "}", "else", "{");
            WriteMet(Indent + "    ", isMet, variable is null ? Code.True : new Code($"{variable}.IsTrue"), isDue, bit, name);
            Line(Indent, "}");
        }
    }

    // One that always applies and is due at once.
    private void WritePlain(int index, Code isMet, string bit, string name)
    {
        if (!isMet.IsOpen)
        {
            Set("satisfied", isMet == Code.True ? bit : $"{isMet.Text} ? {bit} : 0");
            _always |= 1ul << (index % 64);
        }
        else if (isMet != Code.Unknown)
        {
            var variable = _place.NewVariable(name);
            Line(Indent, $"Truth {variable} = {isMet.Text};");
            Set("satisfied", $"{variable}.IfTrue({bit})");
            Set("violated", $"{variable}.IfFalse({bit})");
        }
    }

    private void WriteMet(string indent, Code isMet, Code certainlyApplies, Code isDue, string bit, string name)
    {
        var variable = _place.NewVariable(name);
        Line(indent, $"Truth {variable} = {isMet.Text};");
        Set("satisfied", $"{variable}.IfTrue({bit})", indent);
        if (isDue == Code.True)
        {
            var violated = $"{variable}.IfFalse({bit})";
            Set("violated", certainlyApplies == Code.True ? violated : $"{certainlyApplies.Text} ? {violated} : 0", indent);
            return;
        }

        Line(indent, $"if ({variable}.IsFalse{(certainlyApplies == Code.True ? string.Empty : $" && {certainlyApplies.Text}")})", "{");
        var due = _place.NewVariable(name + "IsDue");
        Line(indent + "    ", $"Truth {due} = {isDue.Text};");
        Set("violated", $"{due}.IfTrue({bit})", indent + "    ");
        Set("pending", $"{due}.IfFalse({bit})", indent + "    ");
        Line(indent, "}");
    }

    private static string Negated(Code code) => code.Text[0] == '!' ? code.Text[1..] : "!" + code.Text;

    private void Set(string word, string bits, string indent = Indent)
    {
        Line(indent, $"{word} |= {bits};");
    }

    private void Line(string indent, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _lines.Append(indent).Append(line).Append('\n');
        }
    }
}
