using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Infers the types of a workflow's inputs from what its expressions do with them, and from samples.</summary>
/// <remarks>
/// <para>A use fixes a type: what is compared with a number is a number, what is asked for <c>StartsWith</c> is text, what stands alone as
/// a condition is true or false, and two inputs that are compared are of one type. Samples fix what no use does, and spell the members.
/// Uses that contradict each other, and samples that contradict a use, are errors with both places.
/// What stays open is text, or a number if it is greater or less than something; either is a warning.</para>
/// <para>A number is <see cref="ScalarKind.Double"/>, which is what JSON has, or <see cref="ScalarKind.Decimal"/> beside a number written
/// with the suffix <c>M</c>. It is whole (<see cref="ScalarKind.Int64"/>) only if something says so, and nothing has decimals beside it:
/// the samples, a count, a length, a part of a date, an index, <c>%</c>, a suffix. What
/// was worked out tells nothing of the decimals of what it was worked out from.</para>
/// <para>What is only asked for members that a date or a duration has as well as an object of the user's own is an object, unless it is
/// worked out, ordered or added, or a date is moved by such a member.</para>
/// <para>Something may be nothing if it is compared with <c>null</c>, or asked for <c>HasValue</c>, or if a sample lacks it.</para>
/// </remarks>
internal static class InputInference
{
    /// <summary>Infers the inputs.</summary>
    /// <param name="sources">What they are inferred from.</param>
    /// <param name="bag">Receives contradictions and guesses.</param>
    /// <returns>A record whose members are the inputs.</returns>
    public static InferredRecord Infer(InferenceSources sources, DiagnosticBag bag)
    {
        var diagnostics = new InputDiagnostics(bag);
        var (found, shapes, uses, _) = Read(sources, [], diagnostics);
        var divisions = uses.WorkedOut.SettleDivisions();
        if (!uses.HasUnread)
        {
            divisions.ForEach(division => diagnostics.DividedWithDecimals(division.Quotient, division.Open));
        }

        return new InferredInputs(diagnostics, tellsGuesses: !uses.HasUnread).Build(shapes.Inputs) with
        {
            Types = found.Names.Types,
            MayBeOpened = found.MayBeOpened,
            Unread = found.Unread,
        };
    }

    /// <summary>What values are that are worked out from the inputs.</summary>
    /// <param name="values">Expressions, which need not be among those that the inputs are inferred from.</param>
    /// <param name="sources">What the inputs are inferred from.</param>
    /// <returns>The kind of each; <see langword="null"/> where nothing tells, or where it is no single value.</returns>
    public static IReadOnlyList<ScalarKind?> KindsOf(IReadOnlyList<ScopedExpression> values, InferenceSources sources)
    {
        var (_, _, uses, found) = Read(sources, values, new InputDiagnostics(new DiagnosticBag()));
        uses.WorkedOut.SettleDivisions();
        return [.. found.Select(shape => InferredInputs.KindOf(shape, uses.WorkedOut.IsWhole(shape)))];
    }

    private static (FoundInputs Inputs, Shapes Shapes, UseReader Uses, List<Shape> Values) Read(
        InferenceSources sources, IReadOnlyList<ScopedExpression> values, InputDiagnostics diagnostics)
    {
        var names = sources.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var shapes = new Shapes(names, diagnostics);
        var questions = new OpenQuestions(shapes);
        var inputs = sources.Known.Count > 0 ? FoundInputs.Given(sources, names) : FoundInputs.Of(sources, names, diagnostics);
        foreach (var name in sources.Known)
        {
            shapes.Ask(shapes.Inputs, name, default);
        }

        var uses = new UseReader(shapes, inputs.Names, questions, names, diagnostics)
        {
            OnlyInput = inputs.Only is { } only ? shapes.Ask(shapes.Inputs, only, default) : null,
        };
        foreach (var expression in sources.Expressions)
        {
            uses.Read(expression);
        }

        var found = values.Select(uses.Read).ToList();
        TakeWhatIsPassedOn(sources.PassedOn, shapes);
        questions.SettleByWhatIsWritten();
        var reader = new SampleReader(shapes, diagnostics, sources.SamplesTellWhole);
        ReadSamples(inputs.Samples, reader, questions);
        shapes.SettleAsked();
        questions.SettleAll();
        shapes.SettleAsked();
        reader.CheckTexts();
        return (inputs, shapes, uses, found);
    }

    // Params are passed on as well, whether or not anything there has their name.
    private static void TakeWhatIsPassedOn(IReadOnlyList<PassedOnInput> passedOn, Shapes shapes)
    {
        foreach (var (name, kind, evidence) in passedOn)
        {
            if (shapes.Inputs.Root.Members.TryFind(name, out var input) && !(IsDate(input.Shape.Root.Kind) && IsDate(Shape.Of(kind).Kind)))
            {
                shapes.Join(input.Shape, evidence, Shape.Of(kind), evidence);
            }
        }
    }

    // Of dates there are several kinds, of which how it is used tells best.
    private static bool IsDate(ShapeKind kind) => kind is ShapeKind.DateTime or ShapeKind.DateTimeOffset or ShapeKind.DateOnly;

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
