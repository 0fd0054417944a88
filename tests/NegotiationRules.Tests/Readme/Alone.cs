namespace NegotiationRules.Tests.Readme;

/// <summary>Tests that change the console or the working folder of the process: they run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
