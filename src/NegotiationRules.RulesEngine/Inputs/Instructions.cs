using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Reads the instructions of a method.</summary>
internal static class Instructions
{
    private const byte LongForm = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly HashSet<OpCode> Calling = [OpCodes.Call, OpCodes.Callvirt, OpCodes.Newobj, OpCodes.Ldftn, OpCodes.Ldvirtftn];

    private static readonly HashSet<OpCode> Storing =
    [
        OpCodes.Stelem, OpCodes.Stelem_I, OpCodes.Stelem_I1, OpCodes.Stelem_I2, OpCodes.Stelem_I4, OpCodes.Stelem_I8, OpCodes.Stelem_R4, OpCodes.Stelem_R8, OpCodes.Stelem_Ref,
        OpCodes.Stind_I, OpCodes.Stind_I1, OpCodes.Stind_I2, OpCodes.Stind_I4, OpCodes.Stind_I8, OpCodes.Stind_R4, OpCodes.Stind_R8, OpCodes.Stind_Ref,
        OpCodes.Stobj, OpCodes.Cpobj, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Calli, OpCodes.Jmp,
    ];

    /// <summary>What each instruction does, and the token of the member that it names.</summary>
    public static IEnumerable<(Operation Operation, int Token)> Read(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == LongForm ? (short)((LongForm << 8) | code[++at]) : code[at];
            at++;
            var instruction = Codes[value];
            var token = instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField ? BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)) : 0;
            yield return (OperationOf(instruction), token);
            at += Length(instruction.OperandType, code, at);
        }
    }

    // The address of a field is taken to call a method of the value in it; what would be written through it is a store of its own.
    private static Operation OperationOf(OpCode code) =>
        Calling.Contains(code) ? Operation.Calls
        : code == OpCodes.Stfld || code == OpCodes.Stsfld ? Operation.StoresField
        : Storing.Contains(code) ? Operation.Stores
        : Operation.Works;

    private static int Length(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => sizeof(byte),
        OperandType.InlineVar => sizeof(short),
        OperandType.InlineI8 or OperandType.InlineR => sizeof(long),
        OperandType.InlineSwitch => sizeof(int) + (sizeof(int) * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => sizeof(int),
    };
}
