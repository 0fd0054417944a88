using System.Text;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Tests.Cli;

public sealed class WatchTests : IDisposable
{
    // Far more than it takes on any machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly GrowingText _out = new();

    [Fact]
    public async Task RulesAreCheckedAndTestedAtEverySave()
    {
        ToolRun.Of("new", _folder.At("port"));
        var rules = _folder.At("port/port.rules.json");
        var watching = Watch(_folder.At("port"));
        await Appears("9 passed, 0 failed", 1);
        var text = File.ReadAllText(rules);

        Save(rules, text.Replace("port.sharedBerths", "port.sharedBerth", StringComparison.Ordinal));
        await Appears("error NR2001: unknown fact `port.sharedBerth`", 1);
        Save(rules, text.Replace("\"atLeast\": 2", "\"atLeast\": 1", StringComparison.Ordinal));
        await Appears("8 passed, 1 failed", 1);
        Save(rules, text);
        await Appears("9 passed, 0 failed", 2);

        Assert.Equal(ExitCode.Interrupted, (await Ended(watching)).Code);
    }

    [Fact]
    public async Task WhatRulesIncludeFromElsewhereAndWhatIsAddedIsWatchedToo()
    {
        var facts = _folder.Write("shared/f.vocabulary.json", """{ "properties": { "a": { "type": "boolean" } } }""");
        _folder.Write("mine/m.rules.json",
            """
            {
              "name": "m", "vocabulary": "../shared/f.vocabulary.json", "stages": ["s"],
              "rules": [{ "id": "r", "require": { "a": true } }]
            }
            """);
        var watching = Watch(_folder.At("mine"), "--root", _folder.Path);
        await Appears("1 file, everything fine", 1);

        Save(facts, """{ "properties": { "b": { "type": "boolean" } } }""");
        await Appears("unknown fact `a`", 1);
        _folder.Write("mine/one.scenario.json", """{ "c": true }""");
        await Appears("2 files, ", 1);

        await Ended(watching);
    }

    [Fact]
    public void WhereThereIsNothingToWatchItSaysSoAndEnds() => Assert.Equal(1, ToolRun.Of("watch", _folder.At("nowhere")).Code);

    public void Dispose()
    {
        _stop.Dispose();
        _folder.Dispose();
    }

    private Task<ToolRun> Watch(params string[] arguments) =>
        Task.Run(() => new Screen { Output = _out, Stop = _stop.Token }.Run(["watch", .. arguments]));

    // The hour of saving is part of what tells that something changed; some disks tell it in whole seconds.
    private static void Save(string file, string text)
    {
        var before = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, before.AddSeconds(2));
    }

    private async Task Appears(string text, int times)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_out.Text.Split(text).Length <= times || !_out.Text.EndsWith("Ctrl+C ends it\n", StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, $"waited in vain for “{text}”; there is:\n{_out.Text}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task<ToolRun> Ended(Task<ToolRun> watching)
    {
        await _stop.CancelAsync();
        return await watching.WaitAsync(Patience);
    }

    // Read while it is written.
    private sealed class GrowingText : MemoryStream
    {
        private readonly Lock _lock = new();

        public string Text
        {
            get
            {
                lock (_lock)
                {
                    return Encoding.UTF8.GetString(ToArray());
                }
            }
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            lock (_lock)
            {
                base.Write(buffer, offset, count);
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (_lock)
            {
                base.Write(buffer);
            }
        }
    }
}
