using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

// Scenarios of .NET objects. What only a vocabulary can tell of their values is kept as they were, until one is at hand.
public sealed partial class Scenario
{
    private const string NoText = "A string is no scenario: write Scenario.Load(path) for a file, or Scenario.Parse(json) for JSON.";

    /// <summary>Takes a scenario from the public properties of any .NET object. Later changes to the object do not change the
    /// scenario.</summary>
    /// <remarks>
    /// <para>Properties, those of parent types too, are named as the serializer attributes of Newtonsoft.Json and System.Text.Json say,
    /// and otherwise begin with a small letter. <see langword="null"/> is unknown. What a property throws is not caught.</para>
    /// <para>The value of an enum is the text of the vocabulary with the same letters and digits, <c>InProgress</c> for
    /// <c>in-progress</c>, or what <c>EnumMember</c> or <c>JsonStringEnumMemberName</c> says; one that is marked <c>JsonIgnore</c> stands
    /// for what is not known. An enum with a name that the vocabulary does not have is refused, whatever the value.
    /// <see cref="DateOnly"/> is a date; so are <see cref="DateTime"/> and <see cref="DateTimeOffset"/> at midnight where the vocabulary
    /// takes a date, and otherwise they are a date and time (a <see cref="DateTime"/> unless of unspecified kind).
    /// <see cref="TimeSpan"/> is a duration. A <see cref="decimal"/> is never rounded where the vocabulary has exact numbers.</para>
    /// <para>A dictionary of objects is a list where the vocabulary has one: the key is the fact that <c>x-key</c> of the list names, or
    /// <c>id</c>. An element may be of a type derived from the list's: it is read by its own properties.</para>
    /// </remarks>
    /// <param name="value">The object.</param>
    /// <exception cref="ArgumentException">Two properties of a type have the same name, or one has a name that no path can
    /// hold.</exception>
    /// <exception cref="ScenarioException">The value is not an object, or holds something that cannot be a fact, or is nested too
    /// deep.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static Scenario From<T>(T value)
        where T : notnull => From(value, PropertyNaming.CamelCase);

    /// <summary>Takes a scenario from the public properties of any .NET object, named in the given way.</summary>
    /// <remarks>As <see cref="From{T}(T)"/>, but properties without an attribute are named by <paramref name="naming"/>.</remarks>
    /// <param name="value">The object.</param>
    /// <param name="naming">How properties without an attribute are called.</param>
    /// <exception cref="ArgumentException">Two properties of a type have the same name, or one has a name that no path can
    /// hold.</exception>
    /// <exception cref="ScenarioException">The value is not an object, or holds something that cannot be a fact, or is nested too
    /// deep.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static Scenario From<T>(T value, PropertyNaming naming)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        var bag = new DiagnosticBag();
        var tree = new ObjectTree(ObjectOptions.Of(naming), ReadingLimits.Default, new ScenarioDiagnostics(bag)).Of(value);
        var type = value.GetType();
        return new Scenario(NoName, RootOf(tree, bag), facts => ObjectTypeCheck.FaultsOf(type, facts, naming));
    }

    /// <summary>Takes a scenario from the public properties of any .NET object, as a vocabulary writes its facts.</summary>
    /// <remarks>As <see cref="From{T}(T)"/>. As the vocabulary is known, a dictionary is a list from now on, of which
    /// <see cref="With"/> can change an element, and properties that are passed over are not read.</remarks>
    /// <param name="value">The object.</param>
    /// <param name="vocabulary">The vocabulary: <see cref="RuleSet.Vocabulary"/>.</param>
    /// <param name="options">How properties are taken; <see cref="ObjectOptions.Default"/> if left out.</param>
    /// <exception cref="ArgumentException">Two properties of a type have the same name, or one has a name that no path can
    /// hold.</exception>
    /// <exception cref="ScenarioException">The value is not an object, or holds something that cannot be a fact, or is nested too deep; or
    /// an enum or a dictionary of its type is none that the vocabulary can have there.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static Scenario From<T>(T value, Vocabulary vocabulary, ObjectOptions? options = null)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(vocabulary);
        options ??= ObjectOptions.Default;
        var faults = ObjectTypeCheck.FaultsOf(value.GetType(), vocabulary.Root, options.Naming);
        if (faults.Length > 0)
        {
            throw new ScenarioException(faults);
        }

        var bag = new DiagnosticBag();
        var diagnostics = new ScenarioDiagnostics(bag);
        var root = RootOf(new ObjectTree(options, ReadingLimits.Default, diagnostics, vocabulary.Root).Of(value), bag);
        var fit = new ObjectFit(diagnostics, options.IgnoreExtraProperties).Fit(root, vocabulary.Root);
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : new Scenario(NoName, fit);
    }

    /// <summary>Not to be called: a text could be a path or JSON.</summary>
    /// <param name="value">A text.</param>
    /// <exception cref="ArgumentException">Always; the message says what to call.</exception>
    [Obsolete(NoText, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Scenario From(string value) => throw new ArgumentException(NoText, nameof(value));

    /// <summary>The same scenario as a vocabulary writes its facts, for whoever goes by paths of lists.</summary>
    internal Scenario For(Vocabulary vocabulary) => _checkType is null ? this : new Scenario(Name, Fit(vocabulary, new DiagnosticBag()));

    private JsonObject Fit(Vocabulary vocabulary, DiagnosticBag bag)
    {
        if (_checkType is null)
        {
            return _tree;
        }

        var faults = _checkType(vocabulary.Root);
        foreach (var fault in faults)
        {
            bag.Add(fault);
        }

        // What is wrong with the type need not be told again of every value.
        return new ObjectFit(new ScenarioDiagnostics(faults.IsEmpty ? bag : new DiagnosticBag())).Fit(_tree, vocabulary.Root);
    }
}
