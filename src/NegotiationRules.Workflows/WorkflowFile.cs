using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows;

/// <summary>A workflow file of Microsoft RulesEngine, read and checked: one workflow, or several.</summary>
/// <remarks>
/// <para>Names of fields may be in either letter case; comments and trailing commas are allowed. Every expression is parsed and translated
/// when the file is read: nothing in it can reach a type or a method of .NET, and what is misspelt is an error with its place instead of a
/// rule that is never satisfied.</para>
/// <para>Read it once and keep it: it is immutable, and any number of threads may evaluate with it at the same time.</para>
/// <para>The package's README links to the pages that describe the format and every diagnostic.</para>
/// </remarks>
public sealed class WorkflowFile
{
    private readonly Dictionary<string, Workflow> _byName;

    private WorkflowFile(IReadOnlyList<ReadWorkflow> workflows, IReadOnlyList<Diagnostic> warnings)
    {
        Warnings = warnings;
        Workflows = [.. workflows.Select(w => new Workflow(w, name => _byName!.GetValueOrDefault(name)))];
        _byName = Workflows.ToDictionary(w => w.Name, StringComparer.Ordinal);
    }

    /// <summary>The workflows, in the order of the file.</summary>
    public IReadOnlyList<Workflow> Workflows { get; }

    /// <summary>What was found that does not keep the workflows from being used, sorted by position.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>The workflow of that name.</summary>
    /// <param name="name">Its <c>WorkflowName</c>, in the letter case of the file.</param>
    /// <exception cref="KeyNotFoundException">The file has no such workflow.</exception>
    public Workflow this[string name] =>
        _byName.TryGetValue(name, out var workflow)
            ? workflow
            : throw new KeyNotFoundException($"There is no workflow '{name}' in this file{Spelling.Instead(name, _byName.Keys)}");

    /// <summary>Reads and checks a workflow file in UTF-8.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="WorkflowOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">The file cannot be read or has errors; the exception holds all of them.</exception>
    public static WorkflowFile Load(string path, WorkflowOptions? options = null) =>
        TryLoad(path, options, out var file, out var diagnostics) ? file : throw new RuleFileException(diagnostics);

    /// <summary>Reads and checks the text of a workflow file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="WorkflowOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">The text has errors; the exception holds all of them.</exception>
    public static WorkflowFile Parse(string json, WorkflowOptions? options = null) =>
        TryParse(json, options, out var file, out var diagnostics) ? file : throw new RuleFileException(diagnostics);

    /// <summary>Reads and checks a workflow file in UTF-8, without an exception for what is wrong in it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="WorkflowOptions.Default"/>.</param>
    /// <param name="file">The workflows, unless there are errors.</param>
    /// <param name="diagnostics">All that was found, errors and warnings, sorted by position.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryLoad(
        string path,
        WorkflowOptions? options,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TryLoad(FileStore.Disk, path, options ?? WorkflowOptions.Default, out file, out diagnostics);
    }

    /// <summary>The same from where others of its files are read.</summary>
    internal static bool TryLoad(
        FileStore store, string path, WorkflowOptions options,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        if (store.Read(path, options.Limits, isNamed: false, out var fault) is { } bytes
            && Utf8Text.Decode(bytes) is var text && text is not null)
        {
            return TryRead(new SourceText(path, text), options, out file, out diagnostics);
        }

        var bag = new DiagnosticBag();
        new WorkflowDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        (file, diagnostics) = (null, bag.ToSorted());
        return false;
    }

    /// <summary>Reads and checks the text of a workflow file, without an exception for what is wrong in it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How to read; <see langword="null"/> for <see cref="WorkflowOptions.Default"/>.</param>
    /// <param name="file">The workflows, unless there are errors.</param>
    /// <param name="diagnostics">All that was found, errors and warnings, sorted by position.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryParse(
        string json,
        WorkflowOptions? options,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryRead(new SourceText("<workflows>", json), options ?? WorkflowOptions.Default, out file, out diagnostics);
    }

    /// <summary>The names of the workflows.</summary>
    public override string ToString() => string.Join(", ", Workflows.Select(w => w.Name));

    private static bool TryRead(
        SourceText source,
        WorkflowOptions options,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var bag = new DiagnosticBag();
        var workflows = WorkflowFileTranslator.Translate(source, options.ToSettings(), bag);
        diagnostics = bag.ToSorted();
        file = workflows is null ? null : new WorkflowFile(workflows, diagnostics);
        return file is not null;
    }
}
