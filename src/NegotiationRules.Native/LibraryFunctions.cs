using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native;

/// <summary>What is asked of the library itself.</summary>
internal static unsafe class LibraryFunctions
{
    /// <summary><c>NR_ABI_VERSION</c> of the header: raised by every change after which a program has to be compiled anew.</summary>
    public const int AbiVersion = 1;

    // Handed out once and for good, and so no text that is given back.
    private static readonly byte* Version = GivenForGood(
        typeof(RuleSet).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    [UnmanagedCallersOnly(EntryPoint = "nr_abi_version", CallConvs = [typeof(CallConvCdecl)])]
    public static int GetAbiVersion() => AbiVersion;

    [UnmanagedCallersOnly(EntryPoint = "nr_version", CallConvs = [typeof(CallConvCdecl)])]
    public static byte* GetVersion() => Version;

    [UnmanagedCallersOnly(EntryPoint = "nr_text_free", CallConvs = [typeof(CallConvCdecl)])]
    public static void FreeText(byte* text) => GivenText.Free(text);

    /// <summary>How many handles and texts have not been given back: for tests of whoever calls.</summary>
    [UnmanagedCallersOnly(EntryPoint = "nr_alive", CallConvs = [typeof(CallConvCdecl)])]
    public static long CountAlive() => Handles.Count + GivenText.Count;

    private static byte* GivenForGood(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var place = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(place, bytes.Length));
        return place;
    }
}
