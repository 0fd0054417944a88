using System.Collections.Concurrent;
using System.Diagnostics;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>Reads many spoilt files on all processors and watches that none of them throws or takes long.</summary>
internal static class FuzzRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What went wrong, an entry for each input, and how many files were accepted all the same.</summary>
    public static (IReadOnlyList<string> Faults, int Accepted) Read(int first, int count)
    {
        var faults = new ConcurrentQueue<string>();
        var accepted = 0;
        var next = first - 1;
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker()).ToList();
        var threads = workers.Select(worker => new Thread(() => Work(worker)) { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        while (threads.Exists(t => t.IsAlive) && !workers.Exists(w => w.IsStuck))
        {
            Thread.Sleep(20);
        }

        foreach (var stuck in workers.Where(w => w.IsStuck))
        {
            faults.Enqueue($"input {stuck.Current} takes longer than {Patience.TotalSeconds} s");
        }

        return ([.. faults.Order(StringComparer.Ordinal)], accepted);

        void Work(Worker worker)
        {
            var folder = Directory.CreateTempSubdirectory("fuzz-");
            Copy(Repository.At("rules/security-guarantees"), Path.Combine(folder.FullName, "security-guarantees"));
            for (var number = Interlocked.Increment(ref next); number < first + count; number = Interlocked.Increment(ref next))
            {
                worker.Begin(number);
                try
                {
                    if (new FuzzedInput(number).Read(folder.FullName))
                    {
                        Interlocked.Increment(ref accepted);
                    }
                }
                catch (Exception fault)
                {
                    faults.Enqueue($"input {number}: {fault}");
                }
            }

            worker.End();
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class Worker
    {
        private const long Idle = long.MaxValue;
        private long _since = Idle;

        public int Current { get; private set; }

        public bool IsStuck => Volatile.Read(ref _since) is var since and not Idle && Stopwatch.GetElapsedTime(since) > Patience;

        public void Begin(int number)
        {
            Current = number;
            Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        }

        public void End() => Volatile.Write(ref _since, Idle);
    }
}
