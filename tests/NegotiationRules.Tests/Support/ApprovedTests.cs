using Xunit.Sdk;

namespace NegotiationRules.Tests.Support;

public sealed class ApprovedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("approved").FullName;

    private string ApprovedFile => Path.Combine(_folder, "Case.approved.txt");

    private string ReceivedFile => Path.Combine(_folder, "Case.received.txt");

    [Fact]
    public void TheApprovedTextPassesAndClearsWhatWasReceivedBefore()
    {
        File.WriteAllText(ApprovedFile, "one\ntwo\n");
        File.WriteAllText(ReceivedFile, "one\nthree\n");

        Approved.CheckFile("one\r\ntwo", ApprovedFile, accept: false);

        Assert.False(File.Exists(ReceivedFile));
    }

    [Fact]
    public void ADifferenceFailsShowsTheLinesAndKeepsWhatWasReceived()
    {
        File.WriteAllText(ApprovedFile, "one\ntwo\n");

        var failure = Assert.Throws<XunitException>(() => Approved.CheckFile("one\nthree\n", ApprovedFile, accept: false));

        Assert.Contains("- two\n+ three\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\nthree\n", File.ReadAllText(ReceivedFile));
        Assert.Equal("one\ntwo\n", File.ReadAllText(ApprovedFile));
    }

    [Fact]
    public void ATextThatNobodyApprovedFails()
    {
        var failure = Assert.Throws<XunitException>(() => Approved.CheckFile("one", ApprovedFile, accept: false));

        Assert.Contains("Nothing has been approved yet", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(ApprovedFile));
    }

    [Fact]
    public void AcceptingWritesTheApprovedFile()
    {
        File.WriteAllText(ReceivedFile, "one\n");

        Approved.CheckFile("one", ApprovedFile, accept: true);

        Assert.Equal("one\n", File.ReadAllText(ApprovedFile));
        Assert.False(File.Exists(ReceivedFile));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
