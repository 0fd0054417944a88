using System.Text;

namespace NegotiationRules.Workflows.Tests;

/// <summary>Which files are workflow files, whatever is in them.</summary>
public sealed class WorkflowContentTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{ "workflowname": "Shipping" }""", true)]
    [InlineData("""[ { "Rules": [], "WorkflowName": "Shipping" } ]""", true)]
    [InlineData("""{ "name": "rules" }""", false)]
    [InlineData("""{ "\ud83d": 1, "name": "half of a character" }""", false)]
    [InlineData("{ \"name\": ", false)]
    [InlineData("", false)]
    public void AFileIsToldByTheNamesInIt(string text, bool isWorkflow)
    {
        File.WriteAllText(_path, text);

        Assert.Equal(isWorkflow, WorkflowContent.IsIn(_path));
    }

    [Fact]
    public void BytesThatAreNoTextAreNoWorkflow()
    {
        File.WriteAllBytes(_path, [.. Encoding.UTF8.GetBytes("{ \""), 0xFF, .. Encoding.UTF8.GetBytes("\": 1 }")]);

        Assert.False(WorkflowContent.IsIn(_path));
    }
}
