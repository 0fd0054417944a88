using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Native.Calls;
using NegotiationRules.Native.Columns;

namespace NegotiationRules.Native;

/// <summary>Outcomes alone, of one scenario after the other or of many at once.</summary>
internal static unsafe class EvaluatorFunctions
{
    private const string What = "the evaluator";

    [UnmanagedCallersOnly(EntryPoint = "nr_evaluator_new", CallConvs = [typeof(CallConvCdecl)])]
    public static int New(nint rules, nint* evaluator, byte** error) => Call.Run(error, () =>
    {
        Taken.NotNull(evaluator, "place for the handle");
        *evaluator = 0;
        *evaluator = Handles.Add(new Evaluator(Handles.Find<RuleSet>(rules, RuleSetFunctions.What)));
    });

    [UnmanagedCallersOnly(EntryPoint = "nr_evaluator_free", CallConvs = [typeof(CallConvCdecl)])]
    public static int Free(nint evaluator) => Call.Run(null, () => Handles.Free<Evaluator>(evaluator, What));

    [UnmanagedCallersOnly(EntryPoint = "nr_evaluate", CallConvs = [typeof(CallConvCdecl)])]
    public static int Evaluate(nint evaluator, byte* scenario, nuint length, OutcomesStruct* outcomes, byte** error) =>
        Call.Run(error, () =>
        {
            var found = Handles.Find<Evaluator>(evaluator, What);
            found.Alone(() =>
            {
                var room = OutcomeRoom.Begin(found.Rules, 1, outcomes);
                OutcomeRoom.Write(found.Evaluate(Taken.Bytes(scenario, length, "scenario")), &room);
                outcomes->Faulty = 0;
            });
        });

    [UnmanagedCallersOnly(EntryPoint = "nr_evaluate_columns", CallConvs = [typeof(CallConvCdecl)])]
    public static int EvaluateColumns(
        nint evaluator, long count, ColumnStruct* columns, nuint columnCount, OutcomesStruct* outcomes, byte** error) =>
        Call.Run(error, () =>
        {
            var found = Handles.Find<Evaluator>(evaluator, What);
            if (count < 0 || columnCount > int.MaxValue)
            {
                throw new CallException(Status.Argument, $"There cannot be {count} scenarios in {columnCount} columns.");
            }

            if (columnCount > 0)
            {
                Taken.NotNull(columns, "columns");
            }

            found.Alone(() =>
            {
                var room = OutcomeRoom.Begin(found.Rules, count, outcomes);
                var faulty = found.Evaluate(count, new ReadOnlySpan<ColumnStruct>(columns, (int)columnCount), &room);
                outcomes->Faulty = room.Faulty;
                if (faulty is not null && error != null)
                {
                    *error = GivenText.Of(faulty);
                }
            });
        });
}
