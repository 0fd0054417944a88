using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Native.Calls;
using NegotiationRules.Native.Telling;

namespace NegotiationRules.Native;

/// <summary>What is told of one scenario, which comes as JSON: the verdict, why it is so, and what it would take.</summary>
internal static unsafe class ScenarioFunctions
{
    [UnmanagedCallersOnly(EntryPoint = "nr_verdict", CallConvs = [typeof(CallConvCdecl)])]
    public static int GetVerdict(nint rules, byte* scenario, nuint length, byte* language, byte** json, byte** error) =>
        Tell(rules, scenario, length, json, error, (set, verdict) => verdict.ToReport(LanguageOf(set, language)).ToJson());

    [UnmanagedCallersOnly(EntryPoint = "nr_explain", CallConvs = [typeof(CallConvCdecl)])]
    public static int Explain(
        nint rules, byte* scenario, nuint length, int format, int all, byte* language, byte** text, byte** error) =>
        Tell(rules, scenario, length, text, error, (set, verdict) =>
        {
            var explanation = verdict.Explain(new ExplanationOptions
            {
                ShowAll = all != 0,
                Language = LanguageOf(set, language),
            });
            return (GivenFormat)format switch
            {
                GivenFormat.Text => explanation.ToText(),
                GivenFormat.Json => explanation.ToJson(),
                GivenFormat.Markdown => explanation.ToMarkdown(),
                GivenFormat.Html => explanation.ToHtml(),
                GivenFormat.Mermaid => explanation.ToMermaid(),
                _ => throw new CallException(
                    Status.Argument, $"There is no format {format}: NR_TEXT, NR_JSON, NR_MARKDOWN, NR_HTML or NR_MERMAID."),
            };
        });

    [UnmanagedCallersOnly(EntryPoint = "nr_advise", CallConvs = [typeof(CallConvCdecl)])]
    public static int Advise(nint rules, byte* scenario, nuint length, byte* stage, byte* options, byte** json, byte** error) =>
        Tell(rules, scenario, length, json, error, (_, verdict) => AdviceList.Write(
            verdict,
            Taken.TextOrNull(stage, "stage"),
            AdviceOptions.Read(Taken.TextOrNull(options, "options"))));

    // Whoever names a language has no other way to learn that no rule speaks it.
    private static string? LanguageOf(RuleSet rules, byte* language) =>
        Taken.TextOrNull(language, "language") is not { } asked ? null
        : rules.HasLanguage(asked, out var help) ? asked
        : throw new CallException(Status.Argument, $"No rule gives a reason in `{asked}`: {help}.");

    private static int Tell(nint rules, byte* scenario, nuint length, byte** text, byte** error, Func<RuleSet, Verdict, string> tell) =>
        Call.Run(error, () =>
        {
            Taken.NotNull(text, "place for the text");
            *text = null;
            var set = Handles.Find<RuleSet>(rules, RuleSetFunctions.What);
            var json = Taken.Bytes(scenario, length, "scenario");
            *text = GivenText.Of(tell(set, set.Evaluate(Scenario.Parse(json))));
        });
}
