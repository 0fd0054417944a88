using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Options;

namespace NegotiationRules.Generation.Facts;

/// <summary>The types of C# that hold a scenario of a vocabulary, and how a fact is read of them.</summary>
/// <remarks>A fact that may be unknown is a property that may be <see langword="null"/>. One with a default, or any if all are said to be
/// known, is a property that may not.</remarks>
internal sealed class CSharpTypes
{
    // Types that whoever uses what is written has at hand, too: by implicit usings, or of the library.
    private static readonly HashSet<string> OfOthers =
    [
        "Action", "Attribute", "Buffer", "Citation", "Console", "Delegate", "Directory", "Encoding", "Environment", "EventArgs",
        "Exception", "File", "Guid", "Half", "Index", "Lazy", "List", "Lock", "Monitor", "Nullable", "Path", "Place", "Progress",
        "Random", "Remedy", "Rule", "RuleSet", "Scenario", "Score", "Session", "StageVerdict", "Stream", "Strength", "Task", "Thread",
        "Timer", "Tuple", "Type", "Uri", "Verdict", "Version", "Vocabulary",
    ];

    private readonly CSharpNames _names;
    private readonly Dictionary<RecordType, string> _classes = [];
    private readonly Dictionary<(RecordType, int Slot), string> _properties = [];
    private readonly Dictionary<FactType, string> _ownTexts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, CSharpEnumeration> _enumerations = new(StringComparer.Ordinal);
    private readonly List<(RecordType Type, string Name)> _inOrder = [];
    private readonly CSharpOptions _options;
    private readonly string _rules;

    /// <param name="scenario">The facts of a scenario.</param>
    /// <param name="parameters">The parameters behind them; <see langword="null"/> if there are none.</param>
    /// <param name="name">What the rules are called.</param>
    /// <param name="options">What is written.</param>
    /// <param name="taken">Names that are taken.</param>
    public CSharpTypes(RecordType scenario, RecordType? parameters, string name, CSharpOptions options, ReadOnlySpan<string> taken)
    {
        _options = options;
        _rules = name;
        _names = new CSharpNames(taken);
        (Scenario, Parameters) = (scenario, parameters);
        if (parameters is not null)
        {
            AddMembers(parameters, _classes[parameters] = name + "Parameters");
        }

        Add(scenario, name + "Scenario", string.Empty);
    }

    /// <summary>The variable that holds the parameters.</summary>
    public const string ParametersVariable = "parameters";

    public RecordType Scenario { get; }

    /// <summary>The parameters that are given when the rules are evaluated; <see langword="null"/> if there are none.</summary>
    public RecordType? Parameters { get; }

    /// <summary>Whether a property of the scenario stands for the parameters.</summary>
    public bool IsParameters(Property property) => Parameters is not null && ReferenceEquals(property.Type, Parameters);

    /// <summary>Whether the classes are there already.</summary>
    public bool AreOwn => _options.OwnTypes.ContainsKey(string.Empty);

    /// <summary>The classes, that of the scenario first.</summary>
    public IReadOnlyList<(RecordType Type, string Name)> Classes => _inOrder;

    public IEnumerable<CSharpEnumeration> Enumerations => _enumerations.Values;

    public string ClassOf(RecordType type) => _classes[type];

    public string PropertyOf(RecordType type, int slot) => _properties[(type, slot)];

    /// <summary>The property beside a list that says whether it is complete.</summary>
    public string CompletenessOf(RecordType type, int slot) => PropertyOf(type, slot) + "AreComplete";

    public bool MayBeUnknown(Property property) => !_options.AreAllKnown && !property.Default.IsKnown;

    /// <summary>Whether there is a property beside a list that says whether it is complete.</summary>
    public bool HasCompleteness(Property property) =>
        !_options.AreAllKnown && !AreOwn && property.Type is ListType { CompleteBy: null };

    /// <summary>The condition under which a known list lacks elements; <see langword="null"/> if it never does.</summary>
    public string? IsPartial(RecordType type, int slot, FactAccess holder)
    {
        var list = type.Properties[slot];
        if (_options.AreAllKnown)
        {
            return null;
        }

        if (((ListType)list.Type).CompleteBy is { } sibling)
        {
            return $"{holder.Text}{holder.Dot}{PropertyOf(type, type.SlotOf(sibling))} != true";
        }

        return !HasCompleteness(list) ? null
            : holder.MayBeUnknown ? $"{holder.Text}?.{CompletenessOf(type, slot)} != true"
            : $"!{holder.Text}.{CompletenessOf(type, slot)}";
    }

    /// <summary>The enumeration for a text; <see langword="null"/> if it is any text, or has a type of its own.</summary>
    public CSharpEnumeration? EnumerationOf(FactType type) =>
        type is TextType { Values: { } values } && !AreOwn ? _enumerations[KeyOf(values)] : null;

    /// <summary>The type that somebody has for texts with listed values; <see langword="null"/> if these are texts.</summary>
    public string? OwnTextOf(FactType type) => _ownTexts.GetValueOrDefault(type);

    /// <summary>The type of a property, without the sign that it may be unknown.</summary>
    public string TypeOf(FactType type) => type switch
    {
        BooleanType => "bool",
        ExactType { Scale: 0, Minimum: >= int.MinValue, Maximum: <= int.MaxValue } => "int",
        ExactType { Scale: 0 } => "long",
        ExactType => "decimal",
        RealType => "double",
        TextType => EnumerationOf(type)?.Name ?? OwnTextOf(type) ?? "string",
        DurationType => "string",
        DateType => _options.IsStandalone ? "DateTime" : "DateOnly",
        DateTimeType => "DateTimeOffset",
        RecordType record => ClassOf(record),
        ListType list => $"{TypeOf(list.Element)}[]",
        _ => throw new InvalidOperationException($"no C# type for {type.GetType().Name}"),
    };

    /// <summary>Reads what lies so many steps below an element.</summary>
    /// <param name="element">The variable that holds the element.</param>
    /// <param name="type">The type of the element.</param>
    /// <param name="slots">The steps; none for the element itself.</param>
    public FactAccess Read(string element, FactType type, ImmutableArray<int> slots)
    {
        var access = new FactAccess(element, false, type);
        foreach (var slot in slots)
        {
            var record = (RecordType)access.Type;
            var property = record.Properties[slot];
            access = IsParameters(property) ? new FactAccess(ParametersVariable, false, property.Type) : new FactAccess(
                access.Text + access.Dot + PropertyOf(record, slot), access.MayBeUnknown || MayBeUnknown(property), property.Type);
        }

        return access;
    }

    private void Add(RecordType type, string name, string path)
    {
        if (_classes.ContainsKey(type))
        {
            return;
        }

        _classes[type] = name = _options.OwnTypes.TryGetValue(path, out var own) ? own
            : AreOwn ? InNamespaceOfScenario(name)
            : TakeType(name);
        _inOrder.Add((type, name));
        AddMembers(type, name);
        foreach (var property in type.Properties.Where(property => !IsParameters(property)))
        {
            Add(property.Type, property.Name, property.Type is ListType, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
        }
    }

    private void AddMembers(RecordType type, string name)
    {
        var members = AreOwn && type != Parameters ? new CSharpNames() : new CSharpNames(
            name, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "PrintMembers", "EqualityContract", "Clone",
            "Finalize", "ReferenceEquals");
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            _properties[(type, slot)] = members.Take(CSharpNames.Pascal(type.Properties[slot].Name));
        }
    }

    private void Add(FactType type, string name, bool isInList, string path)
    {
        switch (type)
        {
            case RecordType record:
                Add(record, CSharpNames.Pascal(isInList ? CSharpNames.One(name) : name), path);
                break;
            case ListType list:
                Add(list.Element, name, isInList: true, path);
                break;
            case TextType { Values: not null } when AreOwn:
                if (_options.OwnTypes.TryGetValue(path, out var own))
                {
                    _ownTexts[type] = own;
                }

                break;
            case TextType { Values: { } values } when !_enumerations.ContainsKey(KeyOf(values)):
                _enumerations.Add(
                    KeyOf(values), new CSharpEnumeration(TakeType(CSharpNames.Pascal(isInList ? CSharpNames.One(name) : name)), values));
                break;
            default:
                break;
        }
    }

    private string TakeType(string name) => _names.Take(OfOthers.Contains(name) ? _rules + name : name);

    private string InNamespaceOfScenario(string name)
    {
        var scenario = _options.OwnTypes[string.Empty];
        return scenario[..(scenario.LastIndexOf('.') + 1)] + name;
    }

    private static string KeyOf(IReadOnlyList<string> values) => string.Join('\0', values);
}
