namespace NegotiationRules.Workflows.Reading;

/// <summary>An <c>ErrorMessage</c> whose placeholders are resolved.</summary>
internal sealed record WorkflowMessage<T>(IReadOnlyList<FilledPart> Parts)
    where T : class
{
    /// <summary>Whether all is filled in that RulesEngine would fill in.</summary>
    public bool IsComplete => !Parts.OfType<UnfilledPart>().Any();

    /// <summary>The same with other formulas; what has none, which is reported, stays as it is written.</summary>
    public WorkflowMessage<TOther> With<TOther>(Func<T, TOther?> formula)
        where TOther : class =>
        new([
            .. Parts.Select(part =>
                part is not ParamPart<T> param ? part
                : formula(param.Value) is { } value ? new ParamPart<TOther>(part.Written, value, param.IsWhole)
                : new UnfilledPart(part.Written)
            ),
        ]);
}

/// <summary>A part of a message: words, or something filled in.</summary>
/// <param name="Written">What stands there if there is nothing to fill in.</param>
internal abstract record FilledPart(string Written);

internal sealed record FixedPart(string Written) : FilledPart(Written);

/// <summary>A placeholder for what RulesEngine would fill in, but cannot be worked out here; a warning has been reported.</summary>
internal sealed record UnfilledPart(string Written) : FilledPart(Written);

/// <summary>An input or a member of one, taken from the scenario.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Facts">The names on the way to it; those that no expression uses are looked up as they are written.</param>
internal sealed record InputPart(string Written, IReadOnlyList<string> Facts) : FilledPart(Written)
{
    /// <summary>The path of the fact, if it is a single value that expressions use too.</summary>
    public string? Fact { get; init; }
}

/// <summary>A param or a member of one, which is worked out.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Value">What is worked out.</param>
/// <param name="IsWhole">Whether it is the param itself: text is then in quotation marks.</param>
internal sealed record ParamPart<T>(string Written, T Value, bool IsWhole) : FilledPart(Written)
    where T : class;
