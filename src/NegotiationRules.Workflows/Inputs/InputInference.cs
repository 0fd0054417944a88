using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Infers the types of a workflow's inputs from what its expressions do with them, and from samples.</summary>
/// <remarks>
/// <para>A use fixes a type: what is compared with a number is a number, what is asked for <c>StartsWith</c> is text, what stands alone as a condition is true or false, and two
/// inputs that are compared are of one type. Samples fix what no use does, and spell the members. Uses that contradict each other, and samples that contradict a use, are errors with both places.
/// What stays open is text, or a number if it is greater or less than something; either is a warning.</para>
/// <para>A number is <see cref="ScalarKind.Double"/>, which is what JSON has, or <see cref="ScalarKind.Decimal"/> beside a number written with the suffix <c>M</c>. It is whole
/// (<see cref="ScalarKind.Int64"/>) only if something says so, and nothing has decimals beside it: the samples, a count, a length, a part of a date, an index, <c>%</c>, a suffix. What
/// was worked out tells nothing of the decimals of what it was worked out from.</para>
/// <para>Something may be nothing if it is compared with <c>null</c>, or asked for <c>HasValue</c>, or if a sample lacks it.</para>
/// </remarks>
internal static class InputInference
{
    /// <summary>Infers the inputs.</summary>
    /// <param name="expressions">All expressions of the workflow. Their parameters are read too, used or not.</param>
    /// <param name="known">The names of the inputs, where they are known; empty, if every name that stands alone is one.</param>
    /// <param name="samples">Scenarios: objects that have inputs by name.</param>
    /// <param name="samplesTellWhole">Whether a number is whole because it is in all samples: not if they are whatever is evaluated, of which the next may have decimals.</param>
    /// <param name="isCaseSensitive">Whether names that differ in letter case only are different.</param>
    /// <param name="bag">Receives contradictions and guesses.</param>
    /// <returns>A record whose members are the inputs.</returns>
    public static InferredRecord Infer(
        IReadOnlyList<ScopedExpression> expressions, IReadOnlyList<string> known, IReadOnlyList<JsonObject> samples, bool samplesTellWhole, bool isCaseSensitive, DiagnosticBag bag)
    {
        var names = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var diagnostics = new InputDiagnostics(bag);
        var shapes = new Shapes(names, diagnostics);
        var questions = new OpenQuestions(shapes);
        var inputs = FindNames(expressions, known, samples, names);
        foreach (var name in known)
        {
            shapes.Ask(shapes.Inputs, name, default);
        }

        var uses = new UseReader(shapes, inputs, questions, names, mayAddInputs: known.Count == 0)
        {
            OnlyInput = known is [var only] ? shapes.Ask(shapes.Inputs, only, default) : null,
        };
        foreach (var expression in expressions)
        {
            uses.Read(expression);
        }

        questions.SettleByWhatIsWritten();
        var reader = new SampleReader(shapes, diagnostics, samplesTellWhole);
        ReadSamples(samples, reader, questions);
        shapes.SettleAsked();
        questions.SettleAll();
        shapes.SettleAsked();
        reader.CheckTexts();
        var divisions = uses.WorkedOut.SettleDivisions();
        if (!uses.HasUnread)
        {
            divisions.ForEach(division => diagnostics.DividedWithDecimals(division.Quotient, division.Open));
        }

        return new InferredInputs(diagnostics, tellsGuesses: !uses.HasUnread).Build(shapes.Inputs);
    }

    private static InputNames FindNames(IReadOnlyList<ScopedExpression> expressions, IReadOnlyList<string> known, IReadOnlyList<JsonObject> samples, StringComparer names)
    {
        var inputs = new InputNames(names);
        foreach (var name in known.Concat(samples.SelectMany(sample => sample.Members).Select(m => m.Name)))
        {
            inputs.Add(name);
        }

        var @params = expressions.SelectMany(expression => inputs.AddParams(expression.Params)).ToList();
        if (known.Count == 0)
        {
            expressions.ToList().ForEach(expression => inputs.AddFrom(expression.Expression, expression.Params));
            @params.ForEach(param => inputs.AddFrom(param.Expression, param.Before));
        }

        return inputs;
    }

    private static void ReadSamples(IReadOnlyList<JsonObject> samples, SampleReader reader, OpenQuestions questions)
    {
        foreach (var sample in samples)
        {
            reader.Read(sample);
        }

        questions.Settle();
        reader.SettleTexts();
        questions.Settle();
    }
}
