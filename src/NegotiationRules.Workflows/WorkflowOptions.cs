using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Reading;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows;

/// <summary>How a workflow file is read.</summary>
/// <remarks>
/// <para>The types of the inputs come from .NET types (<see cref="WithInput(string, Type, PropertyNaming)"/>), else from a
/// <see cref="Vocabulary"/> that has the inputs as facts at its top; if neither is given they are inferred from what the expressions do
/// with the inputs, and from <see cref="Samples"/>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed record WorkflowOptions
{
    private ImmutableDictionary<string, InputMember> _inputs = ImmutableDictionary<string, InputMember>.Empty;
    private ImmutableSortedDictionary<string, string> _helpers = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What is done when nothing else is asked for.</summary>
    public static WorkflowOptions Default { get; } = new();

    /// <summary>The facts that expressions may talk about, the inputs at its top; <see langword="null"/> to make it from the types of the
    /// inputs. The default is <see langword="null"/>.</summary>
    /// <remarks>It is ignored if the type of any input is given.</remarks>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>The names of the inputs whose types are given, in alphabetical order. The default is none.</summary>
    public IReadOnlyList<string> Inputs => [.. _inputs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Scenarios such as the workflow will meet, to infer the types of inputs from. The default is none.</summary>
    /// <remarks>They are ignored if types or a vocabulary are given.</remarks>
    public IReadOnlyList<Scenario> Samples { get; init; } = [];

    /// <summary>Whether a fact that is absent, or <c>null</c>, is unknown, and what depends on it too. The default is
    /// <see langword="true"/>.</summary>
    /// <remarks>
    /// If not, logic has two values as in RulesEngine: <c>null</c> is a value, less and greater than nothing, and a rule that would end in
    /// an exception there is violated. Only what cannot be <c>null</c> by its type, such as an <see cref="int"/>, and is absent all the
    /// same, is unknown then too.
    /// </remarks>
    public bool MissingIsUnknown { get; init; } = true;

    /// <summary>Whether inputs, params and members must be spelt in their own letter case. The default is <see langword="false"/>, as in
    /// RulesEngine.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>What the methods that expressions call, and nobody here knows, are said to mean, by name. The default is none.</summary>
    public IReadOnlyDictionary<string, string> Helpers => _helpers;

    /// <summary>How large a file may be. The default is <see cref="ReadingLimits.Default"/>.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>Whether a number is whole because it is in all samples: so it is if somebody chose them as such, but what is evaluated
    /// first tells nothing of what comes next.</summary>
    internal bool SamplesTellWhole { get; init; } = true;

    /// <summary>Whether rules with errors are left open, each with its diagnostics, instead of refusing the file: they are unknown until
    /// somebody states whether they hold.</summary>
    internal bool LeavesFaultyRulesOpen { get; init; }

    /// <summary>A copy in which the type of an input is given.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">What expressions call the input, such as <c>input1</c>.</param>
    /// <param name="naming">How facts are called whose property has no serializer attribute.</param>
    /// <exception cref="ArgumentException">The type cannot be that of an input.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public WorkflowOptions WithInput<T>(string name, PropertyNaming naming = PropertyNaming.CamelCase) =>
        WithInput(name, typeof(T), naming);

    /// <summary>A copy in which the type of an input is given.</summary>
    /// <remarks>Expressions may use its public properties and fields, those of their types, and so on, by the names they have in C#. In a
    /// scenario they have the names that serializer attributes or <paramref name="naming"/> give them, as in
    /// <see cref="Scenario.From{T}(T, PropertyNaming)"/>.</remarks>
    /// <param name="name">What expressions call the input, such as <c>input1</c>.</param>
    /// <param name="type">The type.</param>
    /// <param name="naming">How facts are called whose property has no serializer attribute.</param>
    /// <exception cref="ArgumentException">The type cannot be that of an input.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public WorkflowOptions WithInput(string name, Type type, PropertyNaming naming = PropertyNaming.CamelCase)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        var described = ClrType.Describe(type, name, naming);
        return described is OpaqueInput opaque
            ? throw new ArgumentException(
                $"The input '{name}' cannot be of the type {type}: no fact can hold {opaque.Description}.",
                nameof(type)
            )
            : this with
            {
                _inputs = _inputs.SetItem(name, new InputMember(name, name, described)),
            };
    }

    /// <summary>A copy in which it is said what a method of your own means, which expressions call and which cannot be looked
    /// into.</summary>
    /// <remarks>
    /// <para>The meaning is an expression, with the parameters before it as in a lambda: <c>c => c.Level == "gold"</c>, <c>(a, b) =>
    /// a.Length > b</c>. Without <c>=></c> it holds whatever the arguments are. It may name the inputs. What is wrong with it is reported
    /// when a file is read that calls it, at its place in the expression.</para>
    /// <para>A later one of the same name takes the place of the first. Methods that are usually called so, such as <c>CheckContains</c>,
    /// are understood without; what is said here comes first.</para>
    /// </remarks>
    /// <param name="name">The method behind its type and a dot, such as <c>VipUtils.IsVip</c>; without a type, a method of any value, which
    /// is then the first argument.</param>
    /// <param name="meaning">What it means.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public WorkflowOptions WithHelper(string name, string meaning)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(meaning);
        return this with { _helpers = _helpers.SetItem(name, meaning) };
    }

    internal WorkflowSettings ToSettings() => new(Limits, new TranslationOptions(MissingIsUnknown, IsCaseSensitive))
    {
        Vocabulary = _inputs.IsEmpty ? Vocabulary : null,
        Inputs = _inputs.IsEmpty ? null : new NamedInputs([.. _inputs.Values.OrderBy(i => i.Name, StringComparer.Ordinal)]),
        Samples = [.. Samples.Select(s => s.Root)],
        SamplesTellWhole = SamplesTellWhole,
        LeavesFaultyRulesOpen = LeavesFaultyRulesOpen,
        Helpers = _helpers,
    };
}
