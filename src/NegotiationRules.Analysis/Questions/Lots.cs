using System.Numerics;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Draws numbers by lot: for a seed the same ones everywhere, whatever the runtime and its version.</summary>
/// <remarks>The generator is Steele, Lea and Flood's SplitMix64.</remarks>
internal sealed class Lots(int seed)
{
    /// <summary>From one state to the next.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = (ulong)(long)seed;

    /// <summary>A whole number from 0 to below an end, each as often as any other.</summary>
    public BigInteger Below(BigInteger end)
    {
        var words = (int)Math.Max(1, ((end - 1).GetBitLength() + 63) / 64);
        var limit = BigInteger.One << (64 * words);
        var fair = limit - (limit % end);
        while (true)
        {
            var drawn = BigInteger.Zero;
            for (var word = 0; word < words; word++)
            {
                drawn = (drawn << 64) | Next();
            }

            // Those beyond the last full round would make the first numbers come more often.
            if (drawn < fair)
            {
                return drawn % end;
            }
        }
    }

    /// <summary>Sixty-four bits, each as often set as not.</summary>
    public ulong Next() => Mix(_state += Step);

    /// <summary>What is drawn in a state.</summary>
    public static ulong Mix(ulong mixed)
    {
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>What is drawn in four states.</summary>
    public static Vector256<ulong> Mix(Vector256<ulong> mixed)
    {
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >>> 31);
    }
}
