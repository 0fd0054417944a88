using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Tables;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Commands;

/// <summary>Evaluates what <c>--scenarios</c> names, lines or the rows of a table, into lines or a table.</summary>
/// <param name="rules">Which rules.</param>
/// <param name="holder">Whose rules alone count.</param>
/// <param name="stream">Which scenarios, and where in them to look.</param>
/// <param name="arguments">The command line.</param>
internal sealed class StreamRun(RuleSetArguments rules, HolderOption holder, StreamOptions stream, ParseResult arguments)
{
    private readonly string _path = arguments.GetRequiredValue(stream.Lines)!;
    private readonly Envelope _envelope = stream.Envelope(arguments);
    private Stream? _input;
    private bool _isTried;

    /// <summary>Evaluates all of them.</summary>
    /// <param name="wanted">What the outcomes are written as.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <param name="tally">What came out; <see langword="null"/> if what was named could not be read.</param>
    /// <returns>Whether the end was reached.</returns>
    public bool Run(TableKind wanted, Terminal terminal, out OutcomeTally? tally)
    {
        tally = null;
        var given = TableKinds.Of(_path);
        try
        {
            if (!TryLoad(given, terminal, out var source, out var held) || !IsFit(source, given, wanted, terminal))
            {
                return false;
            }

            var counted = EvaluateCommand.NewTally(source, held);
            var isAtEnd = given == TableKind.JsonLines
                ? RunLines(source, held, wanted, counted, terminal)
                : TableCalls.Run(
                    _path, given, _input!, new TableQuestion(source.Rules, held, stream.IsStrict(arguments), _envelope, wanted), counted,
                    terminal);
            tally = isAtEnd is null ? null : counted;
            return isAtEnd == true;
        }
        catch (TableException fault) when (fault.IsOfQuestion)
        {
            UsageFaults.ReportFault($"{_path}: {fault.Message}", fault.Help, terminal);
        }
        catch (TableException fault)
        {
            terminal.Report(ToolDiagnostics.CannotRead(_path, fault.Message, fault.Help));
        }
        finally
        {
            _input?.Dispose();
        }

        return false;
    }

    // The first lines tell what the inputs of a workflow are. Otherwise rules that cannot be used are reported before scenarios that cannot
    // be opened.
    private bool TryLoad(TableKind given, Terminal terminal, [NotNullWhen(true)] out IRuleSource? source, out string? held)
    {
        held = null;
        return rules.TryLoad(
                arguments,
                terminal,
                () => given == TableKind.JsonLines && TryOpen(terminal) ? StreamSamples.Peek(ref _input!, _envelope, terminal.Stop) : [],
                out source)
            && holder.TryRead(arguments, source.Rules, terminal, out held)
            && (_isTried || TryOpen(terminal))
            && _input is not null;
    }

    private bool TryOpen(Terminal terminal)
    {
        _isTried = true;
        if (StreamOptions.TryOpen(_path, terminal, out _input))
        {
            TableSigns.Check(TableKinds.Of(_path), _input);
            return true;
        }

        return false;
    }

    private static bool IsFit(IRuleSource source, TableKind given, TableKind wanted, Terminal terminal)
    {
        if (source.SaysMore && (given != TableKind.JsonLines || wanted != TableKind.JsonLines))
        {
            UsageFaults.ReportFault(
                "the answers to workflows say more than outcomes, and tables have no columns for it",
                "give and ask for JSON lines: --scenarios FILE.jsonl --output FILE.jsonl", terminal);
            return false;
        }

        return true;
    }

    private bool RunLines(IRuleSource source, string? held, TableKind wanted, OutcomeTally tally, Terminal terminal)
    {
        Func<ILineEvaluator> newEvaluator = source.SaysMore
            ? () => new AnswerLineEvaluator(source, held, _envelope)
            : () => new BatchLineEvaluator(source.Rules, held, _envelope, stream.IsStrict(arguments));
        return wanted != TableKind.JsonLines
            ? TableCalls.RunLines(_input!, wanted, _envelope.HasNames, newEvaluator, tally, terminal)
            : ScenarioStream.Run(
                _input!, () => new AnswerWriter(new OutcomeLine(tally.Stages, tally.Rules), _envelope.HasNames, tally.Empty()),
                newEvaluator, tally, terminal);
    }
}
