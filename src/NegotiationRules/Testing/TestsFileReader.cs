using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads a <c>NAME.tests.json</c> with the rules it names.</summary>
internal sealed class TestsFileReader(SourceText source, RuleSetOptions options, IForeignRules? foreign, DiagnosticBag bag)
{
    private static readonly (string Key, string Example)[] Keys =
    [
        ("$schema", "\"../schema/tests.schema.json\""),
        ("rules", "\"security-guarantees.rules.json\""),
        ("tests", "[ { \"name\": \"…\", \"scenario\": { … }, \"expect\": { … } } ]"),
    ];

    internal static readonly ObjectShape Shape = new("a tests file", Keys);
    private static readonly ObjectShape ForeignShape = new("a tests file", [.. Keys, ("workflow", "\"Discount\"")]);

    private readonly FileStore _store = options.Store;
    private readonly SyntaxDiagnostics _syntax = new(bag);
    private readonly TestsFileDiagnostics _diagnostics = new(bag);

    /// <summary>The rules and the tests. They may be used only if nothing was reported.</summary>
    public static (RuleSet? Rules, ImmutableArray<TestCase> Tests) Read(
        string path, RuleSetOptions options, IForeignRules? foreign, DiagnosticBag bag
    )
    {
        var bytes = options.Store.Read(path, options.Limits, isNamed: false, out var fault);
        var text = bytes is null ? null : Utf8Text.Decode(bytes);
        if (text is not null)
        {
            return new TestsFileReader(new SourceText(path, text), options, foreign, bag).Read();
        }

        new TestsFileDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        return (null, []);
    }

    private (RuleSet? Rules, ImmutableArray<TestCase> Tests) Read()
    {
        switch (JsonReader.Read(source, options.Limits, bag))
        {
            case JsonObject file:
                return Read(file);
            case { } other:
                _diagnostics.NotAnObject(other);
                return (null, []);
            default:
                return (null, []);
        }
    }

    private (RuleSet? Rules, ImmutableArray<TestCase> Tests) Read(JsonObject file)
    {
        var isForeign = foreign is not null && file.Find("rules")?.Value is JsonText named
            && _store.PathOf(_store.FolderOf(source.Name), named.Value) is var rulesPath
            && !_store.IsWithoutLength(rulesPath) && foreign.Reads(_store, rulesPath);
        var members = new MemberReader(file, isForeign ? ForeignShape : Shape, _syntax);
        members.Text("$schema");
        var other = isForeign ? ReadForeignRules(members, file) : null;
        var (rules, parameters) =
            !isForeign ? ReadRules(members)
            : other is null ? (null, null)
            : (other.Rules, new ParameterReader(other.Rules, _diagnostics));
        var cases = new TestCaseReader(source, rules, parameters, other, options, bag);
        var tests = ImmutableArray.CreateBuilder<TestCase>();
        var names = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var item in ReadList(members))
        {
            if (item is not JsonObject test)
            {
                _diagnostics.NotATest(item);
                continue;
            }

            var (name, read) = cases.Read(test);
            if (name is not null && !names.TryAdd(name.Text, name))
            {
                _diagnostics.DuplicateTest(name, names[name.Text]);
            }
            else if (read is not null)
            {
                tests.Add(read);
            }
        }

        return (rules, tests.ToImmutable());
    }

    private (RuleSet? Rules, ParameterReader? Parameters) ReadRules(MemberReader members)
    {
        if (members.RequiredName("rules") is not { } name
            || TestCaseReader.Locate(_store, source, name, "rule file", _diagnostics) is not { } path)
        {
            return (null, null);
        }

        // A pipe or a device would be waited for, for ever.
        if (_store.IsWithoutLength(path))
        {
            _diagnostics.NothingIn(name);
            return (null, null);
        }

        if (RuleSet.TryLoad(path, options, out var rules, out var faults))
        {
            return (rules, new ParameterReader(rules, _diagnostics));
        }

        if (!OwnFiles.Are(path))
        {
            _diagnostics.NotShown(name, "rule file", ".rules.json");
            return (null, null);
        }

        foreach (var fault in faults)
        {
            bag.Add(fault);
        }

        return (null, null);
    }

    private ForeignRules? ReadForeignRules(MemberReader members, JsonObject file)
    {
        var name = members.RequiredName("rules");
        var wanted = members.Name("workflow");
        if (name is null || TestCaseReader.Locate(_store, source, name, "rule file", _diagnostics) is not { } path)
        {
            return null;
        }

        // A file with errors has none, and has said why.
        var all = foreign!.Read(_store, path, new TestSamples(source, _store, options.Limits).In(file), bag);
        var found = all.Where(r => wanted is null || r.Rules.Name == wanted.Text).ToList();
        switch (found, all.Count)
        {
            case ([var only], _):
                return only;
            case (_, > 0) when wanted is null:
                _diagnostics.SeveralWorkflows(name, all.Select(r => r.Rules.Name));
                break;
            case (_, > 0):
                _diagnostics.UnknownWorkflow(wanted, all.Select(r => r.Rules.Name));
                break;
        }

        return null;
    }

    private IReadOnlyList<JsonValue> ReadList(MemberReader members)
    {
        if (members.Of<JsonArray>(members.Required("tests"), "a list") is not { } list)
        {
            return [];
        }

        if (list.Items.Count == 0)
        {
            _diagnostics.NoTests(list);
        }

        return list.Items;
    }
}
