using System.Text.RegularExpressions;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Who reads a name knows which type it is.</summary>
public sealed partial class NamesTests
{
    // The projects see each other's internal types, so what is there already is used, or what is new gets a name of its own.
    [Fact]
    public void ATypeNameIsUsedOnceInAllProjects()
    {
        var twice =
            from project in Storeys.All.Values
            from file in project.Files
            from type in Declaration().Matches(file.Code).Select(match => match.Groups[1].Value).Distinct()
            group $"{project.Path}/{file.Storey}" by type into places
            let folders = places.Distinct().ToList()
            where folders.Count > 1
            select $"{places.Key} is declared in {string.Join(" and in ", folders)}";

        Assert.Empty(twice);
    }

    [GeneratedRegex(
        @"^(?:public|internal)\s(?:[a-z]+\s)*?(?:class|struct|interface|enum|record(?:\s(?:class|struct))?)\s(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
