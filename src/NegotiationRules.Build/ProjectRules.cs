using NegotiationRules.Generation;
using NegotiationRules.Text;

namespace NegotiationRules.Build;

/// <summary>Writes out all rules of a project, and says what is wrong with them.</summary>
/// <param name="project">The project file.</param>
/// <param name="severities">Which findings stop the build.</param>
/// <param name="log">Where the build listens.</param>
internal sealed class ProjectRules(string project, Severities severities, TextWriter log)
{
    private readonly FilesRead _read = new();
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outputs = new(StringComparer.OrdinalIgnoreCase);
    private bool _isFine = true;
    private bool _isSilent = true;

    /// <summary>Writes them.</summary>
    /// <param name="lines">The items, as the targets hand them over.</param>
    /// <param name="read">The file that lists what was read. It is written if there was nothing to tell: whatever is told is told again by
    /// the next build, for the one that comes after would say nothing of it.</param>
    /// <returns>Whether all was written.</returns>
    public bool Write(IEnumerable<string> lines, string read)
    {
        foreach (var item in lines.Select(RulesItem.Parse))
        {
            Write(item);
        }

        if (_isFine && _isSilent)
        {
            File.WriteAllLines(read, _read.Paths.Where(File.Exists).Select(Path.GetFullPath).Order(StringComparer.Ordinal));
        }
        else
        {
            File.Delete(read);
        }

        return _isFine;
    }

    private void Write(RulesItem item)
    {
        var faults = item.Faults().ToArray();
        foreach (var fault in faults)
        {
            Refuse(item, fault);
        }

        if (!_outputs.TryAdd(item.Output, item.File))
        {
            Refuse(item, $"`{_outputs[item.Output]}` has the same name, and the C# is called by it; "
                + "rename one of the two, or give it a Namespace of its own");
            return;
        }

        if (faults.Length > 0 || Load(item.File) is not { } rules)
        {
            return;
        }

        var generated = CSharpGenerator.Write(rules, item.OptionsFor(rules));
        Tell(generated.Diagnostics);
        if (generated.Text is { } text && !Meets(item, generated.Types))
        {
            // A file that stays as it is lets the compiler rest.
            if (!File.Exists(item.Output) || File.ReadAllText(item.Output) != text)
            {
                File.WriteAllText(item.Output, text);
            }
        }
    }

    private RuleSet? Load(string file)
    {
        RuleSet.TryLoad(file, new RuleSetOptions { Read = _read }, out var rules, out var diagnostics);
        Tell(diagnostics);
        return rules;
    }

    private bool Meets(RulesItem item, IReadOnlyList<string> types)
    {
        foreach (var type in types)
        {
            if (!_types.TryAdd(type, item.File))
            {
                Refuse(item, $"`{type}` is a type that `{_types[type]}` has, too; give one of the two a Namespace of its own");
                return true;
            }
        }

        return false;
    }

    private void Refuse(RulesItem item, string fault)
    {
        _isFine = false;
        log.WriteLine(CanonicalLine.Of(project, $"NegotiationRules item `{item.File}`: {fault}"));
    }

    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var isError = severities.IsError(diagnostic);
            _isFine &= !isError;
            _isSilent = false;
            log.WriteLine(CanonicalLine.Of(diagnostic, isError));
        }
    }
}
