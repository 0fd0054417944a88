using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Native.Calls;
using NegotiationRules.Native.Telling;

namespace NegotiationRules.Native;

/// <summary>Reading rule sets, and what there is to know of one.</summary>
internal static unsafe class RuleSetFunctions
{
    /// <summary>What a handle of a rule set stands for, in messages.</summary>
    public const string What = "the rule set";

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_load", CallConvs = [typeof(CallConvCdecl)])]
    public static int Load(byte* path, RulesOptionsStruct* options, nint* rules, byte** report) => Call.Run(report, () =>
    {
        Begin(rules);
        var file = Taken.Text(path, "path");
        if (file.Length == 0)
        {
            throw new CallException(Status.Argument, "The path is empty.");
        }

        End(RuleSet.Load(file, RulesOptionsStruct.Read(options)), rules, report);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_parse", CallConvs = [typeof(CallConvCdecl)])]
    public static int Parse(byte* text, nuint length, RulesOptionsStruct* options, nint* rules, byte** report) => Call.Run(report, () =>
    {
        Begin(rules);
        End(RuleSet.Parse(Taken.Text(text, length, "text of the rules"), RulesOptionsStruct.Read(options)), rules, report);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_with", CallConvs = [typeof(CallConvCdecl)])]
    public static int With(nint rules, byte* parameters, nint* changed, byte** report) => Call.Run(report, () =>
    {
        Begin(changed);
        var before = Handles.Find<RuleSet>(rules, What);
        Taken.NotNull(parameters, "parameters");
        End(before.With(RulesOptionsStruct.ReadParameters(parameters)), changed, report);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_free", CallConvs = [typeof(CallConvCdecl)])]
    public static int Free(nint rules) => Call.Run(null, () => Handles.Free<RuleSet>(rules, What));

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_count", CallConvs = [typeof(CallConvCdecl)])]
    public static int Count(nint rules, int* ruleCount, int* stageCount, byte** error) => Call.Run(error, () =>
    {
        var set = Handles.Find<RuleSet>(rules, What);
        Taken.NotNull(ruleCount, "place for the number of rules");
        Taken.NotNull(stageCount, "place for the number of stages");
        (*ruleCount, *stageCount) = (set.Rules.Count, set.Stages.Count);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_rule_id", CallConvs = [typeof(CallConvCdecl)])]
    public static int RuleId(nint rules, int rule, byte** id, byte** error) => Call.Run(error, () =>
    {
        Taken.NotNull(id, "place for the id");
        *id = null;
        GivenText.Give(Named(Handles.Find<RuleSet>(rules, What).Rules, rule, "rules").Id, id);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_stage_name", CallConvs = [typeof(CallConvCdecl)])]
    public static int StageName(nint rules, int stage, byte** name, byte** error) => Call.Run(error, () =>
    {
        Taken.NotNull(name, "place for the name");
        *name = null;
        GivenText.Give(Named(Handles.Find<RuleSet>(rules, What).Stages, stage, "stages"), name);
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_rules_describe", CallConvs = [typeof(CallConvCdecl)])]
    public static int Describe(nint rules, int format, byte** text, byte** error) => Call.Run(error, () =>
    {
        Taken.NotNull(text, "place for the text");
        *text = null;
        var set = Handles.Find<RuleSet>(rules, What);
        GivenText.Give(
            (GivenFormat)format switch
            {
                GivenFormat.Json => RuleSetTree.Write(set),
                GivenFormat.Markdown => set.Describe(),
                _ => throw new CallException(Status.Argument, "A rule set is described as NR_JSON or NR_MARKDOWN."),
            },
            text);
    });

    private static void Begin(nint* rules)
    {
        Taken.NotNull(rules, "place for the handle");
        *rules = 0;
    }

    private static void End(RuleSet set, nint* rules, byte** report)
    {
        if (report != null && set.Warnings.Count > 0)
        {
            *report = GivenText.Of(RuleFileException.MessageOf(set.Warnings));
        }

        *rules = Handles.Add(set);
    }

    private static T Named<T>(IReadOnlyList<T> all, int place, string what) =>
        (uint)place < (uint)all.Count ? all[place]
            : throw new CallException(Status.Argument, $"There are {all.Count} {what}, counted from 0: {place} is none of them.");
}
