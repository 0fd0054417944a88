namespace NegotiationRules.Tests.Architecture;

/// <summary>One place where a file of one storey names something of another.</summary>
internal sealed record Import(SourceFile File, int Line, string To, string Name)
{
    public string From => File.Storey;

    public override string ToString() => $"{File.Path}:{Line}: {Storey(From)} uses {Storey(To)} ({Name})";

    private static string Storey(string name) => name == SourceFile.FrontDoor ? "the front door" : name;
}
