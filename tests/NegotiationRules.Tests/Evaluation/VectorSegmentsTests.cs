using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Bits of elements taken list by list: a word at a time, list by list and one by one give the same.</summary>
public class VectorSegmentsTests
{
    public static TheoryData<string> Shapes =>
        ["one each", "two", "three", "four", "eight", "five", "63", "64", "65", "200", "some", "few or none", "long or none", "none"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AnyCountAndSpreadAgreeWithOneByOne(string shape)
    {
        foreach (var lists in new[] { 1, 2, 7, 8, 63, 64, 65, 130, 500 })
        {
            var random = new Random(lists);
            // The first elements belong to scenarios before the stretch.
            var offsets = new List<int> { random.Next(200) };
            for (var i = 0; i < lists; i++)
            {
                offsets.Add(offsets[^1] + Length(shape, random));
            }

            foreach (var density in new[] { 1, 4, 40, 400 })
            {
                AssertAgree(offsets, random, density);
            }
        }
    }

    private static void AssertAgree(List<int> offsets, Random random, int density)
    {
        var lists = offsets.Count - 1;
        var (start, count) = (offsets[0], offsets[^1] - offsets[0]);
        var elements = Enumerable.Range(0, count).Select(_ => random.Next(density) == 0).ToArray();
        var ofList = Enumerable.Range(0, lists).Select(l => elements[(offsets[l] - start)..(offsets[l + 1] - start)]).ToArray();
        var bits = Plane(elements, random);
        var level = new Level(1, 0, 0, [], new TextType(), null, string.Empty);
        foreach (var width in new[] { VectorWidth.None, VectorWidth.Bits256, VectorWidth.Bits512 })
        {
            var below = Below(level, offsets, width);
            var any = new ulong[Bits.Words(lists)];
            below.AnyOf(bits, any);
            Assert.Equal(ofList.Select(l => l.Contains(true)), Enumerable.Range(0, lists).Select(i => Bits.Get(any, i)));
        }

        var counts = new long[lists];
        VectorSegments.Count(bits, [.. offsets], counts);
        Assert.Equal(ofList.Select(l => (long)l.Count(b => b)), counts);

        var some = Enumerable.Range(0, lists).Select(_ => random.Next(2) == 0).ToArray();
        var spread = new ulong[Bits.Words(count)];
        VectorSegments.Spread(Plane(some, random), [.. offsets], spread);
        Assert.Equal(ofList.SelectMany((l, i) => l.Select(_ => some[i])), Enumerable.Range(0, count).Select(i => Bits.Get(spread, i)));
    }

    // A level whose elements lie as the offsets say, gone to from the first list on.
    private static MachineLevel Below(Level level, List<int> offsets, VectorWidth width)
    {
        var scenarios = new LevelRows(new Level(0, -1, -1, [], new TextType(), null, string.Empty), []);
        var rows = new LevelRows(level, []);
        for (var list = 0; list < offsets.Count; list++)
        {
            scenarios.AddElement(FactValue.Of("a"), -1, isSupposed: false);
            var length = list == 0 ? offsets[0] : offsets[list] - offsets[list - 1];
            rows.Add(FactValue.Of(new FactList([.. Enumerable.Repeat(FactValue.Of("a"), length)], true)));
        }

        var above = new MachineLevel(scenarios.Level, null, width);
        above.Take(scenarios, 1, offsets.Count - 1);
        var below = new MachineLevel(level, above, width);
        below.Take(rows, 0, 0);
        return below;
    }

    private static int Length(string shape, Random random) => shape switch
    {
        "one each" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "eight" => 8,
        "63" => 63,
        "64" => 64,
        "65" => 65,
        "200" => 200,
        "some" => random.Next(1, 9),
        "few or none" => random.Next(4),
        "long or none" => random.Next(3) == 0 ? random.Next(300) : 0,
        _ => 0,
    };

    // What lies beyond the last element is anything.
    private static ulong[] Plane(bool[] bits, Random random)
    {
        var plane = new ulong[Bits.Words(bits.Length)];
        if (plane.Length > 0)
        {
            plane[^1] = (ulong)random.NextInt64();
        }

        for (var i = 0; i < bits.Length; i++)
        {
            Bits.Set(plane, i, bits[i]);
        }

        return plane;
    }
}
