using System.Globalization;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Writes expressions about a <see cref="Treaty"/> at random. Not every one is valid: what RulesEngine says of those must come
/// back as well.</summary>
internal sealed partial class ExpressionMaker(Random random)
{
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">=", "=", "<>"];
    private static readonly string[] Words = ["Geneva", "geneva", "", "Wien", "en", "GENEVA", "Straße", "i"];

    /// <summary>What else may be named, with its type: <c>whole</c>, <c>text</c>, <c>truth</c>, <c>decimal</c>, <c>real</c>.</summary>
    public List<(string Name, string Type)> Params { get; } = [];

    /// <summary>Something that is true or false.</summary>
    public string Truth(int depth, string self = "input1") => depth <= 0 ? Test(0, self) : random.Next(12) switch
    {
        0 or 1 => $"{Truth(depth - 1, self)} {Pick("&&", "AND", "and", "AndAlso")} {Truth(depth - 1, self)}",
        2 or 3 => $"({Truth(depth - 1, self)} {Pick("||", "OR", "or", "OrElse")} {Truth(depth - 1, self)})",
        4 => $"{Pick("!", "not ")}({Truth(depth - 1, self)})",
        5 => $"({Truth(depth - 1, self)} ? {Truth(depth - 1, self)} : {Truth(depth - 1, self)})",
        6 => $"iif({Truth(depth - 1, self)}, {Truth(depth - 1, self)}, {Truth(depth - 1, self)})",
        7 => $"{Guarded(self)}",
        _ => Test(depth, self),
    };

    /// <summary>A value of a type for a param.</summary>
    public (string Text, string Type) Value(int depth)
    {
        var type = Pick("whole", "text", "truth", "decimal", "real");
        return (type switch
        {
            "whole" => Whole(depth, "input1"),
            "text" => Text(depth, "input1"),
            "truth" => Truth(depth),
            "decimal" => Decimal(depth, "input1"),
            _ => Real(depth, "input1"),
        }, type);
    }

    private string Test(int depth, string self) =>
        random.Next(30) switch
        {
            24 => WrittenList(self),
            25 => Split(self),
            26 => Groups(self),
            27 => Place(self),
            28 => AsText(self),
            29 => Precise(self),
            0 or 1 or 2 => $"{Whole(depth, self)} {Compare()} {Whole(depth, self)}",
            3 => $"{Decimal(depth, self)} {Compare()} {Pick(Decimal(depth, self), Whole(depth, self))}",
            4 => $"{Real(depth, self)} {Compare()} {Pick(Real(depth, self), Whole(depth, self), Decimal(depth, self))}",
            5 or 6 => $"{Text(depth, self)} {Pick("==", "!=", "=", "<>", "==")} {Text(depth, self)}",
            7 => $"{Text(depth, self)}.{Pick("Contains", "StartsWith", "EndsWith", "Equals")}({Text(0, self)})",
            8 =>
                Pick(TextPath(self), $"{self}.{Pick("Venue", "Venue.Country", "RatifiedBy", "Expires", "Parties", "Grant")}")
                    + $" {Pick("==", "!=")} null",
            9 =>
                $"{self}."
                    + Pick("IsBinding", "IsPublished", "Venue.Country.IsNeutral", "isbinding", "IsPublished.Value", "RatifiedBy.HasValue")
                    + Pick("", "", " == true", " == false", " != true"),
            10 => $"{Whole(0, self)} in ({Whole(0, self)}, {random.Next(-2, 12)}, {random.Next(-2, 12)})",
            11 => $"new[] {{ \"Geneva\", \"Wien\" }}.Contains({Text(0, self)})",
            12 =>
                $"{self}.{Pick("Stage", "Next")} {Pick("==", "!=")} "
                    + Pick("\"Draft\"", "\"Agreed\"", "\"InForce\"", "\"inforce\"", $"{self}.Stage", "7", "\"Nonsense\""),
            13 => $"{Date(self)} {Compare()} {Date(self)}",
            14 or 15 or 16 => List(depth, self),
            17 => $"string.IsNullOrEmpty({Text(0, self)})",
            18 => $"{self}."
                + Pick(
                    "Grade == 'a'",
                    "Id == Guid.Empty",
                    "Session.TotalHours > 5",
                    "Weight > 0.3",
                    "Annexes < 5",
                    "Copies >= 3",
                    "Pages - 3 > 0",
                    "Session > TimeSpan.Zero"
                ),
            19 => $"np({self}.Venue.Country.Code) == {Text(0, self)}",
            20 => $"np({self}."
                + Pick(
                    "Parties.Count",
                    "Parties.Count()",
                    "Parties.Count(p => p.Votes > 2)",
                    "Quotas.Length",
                    "Guarantees.Distinct().Count()"
                )
                + $"{Pick("", ", 2")}) {Compare()} {random.Next(0, 4)}",
            21 => $"string({Text(depth, self)}) {Pick("==", "!=")} {Text(0, self)}",
            22 => $"np({self}.Venue.Seats, 3) {Compare()} {Whole(0, self)}",
            _ => Params.Where(p => p.Type == "truth").Select(p => p.Name).FirstOrDefault() ?? $"{self}.Missing {Compare()} 1",
        };

    private string Guarded(string self) => Pick(
        $"{self}.Title != null && {self}.Title.Length {Compare()} {random.Next(0, 8)}",
        $"{self}.Venue == null || {self}.Venue.Seats {Compare()} {random.Next(-2, 12)}",
        $"{self}.Venue != null && {self}.Venue.Country != null && {self}.Venue.Country.IsNeutral",
        $"{self}.Parties != null && {self}.Parties.Any(p => p.Name != null && p.Name.Contains(\"en\"))",
        $"({self}.Title ?? \"none\") == {Text(0, self)}",
        $"{self}.RatifiedBy.HasValue && {self}.RatifiedBy.Value > 3");

    private string List(int depth, string self)
    {
        var parties = $"{self}.Parties";
        var quotas = $"{self}.Quotas";
        return random.Next(16) switch
        {
            0 => $"{parties}.Any()",
            1 => $"{parties}.{Pick("Any", "All")}({PartyTest(depth, "p", "p => ")})",
            2 => $"{parties}.{Pick("Any", "All")}({PartyTest(0, string.Empty, string.Empty)})",
            3 => $"{parties}.Count() {Compare()} {random.Next(0, 4)}",
            4 => $"{parties}.{Pick("Count", "Where")}({PartyTest(0, "p", "p => ")}){Pick("", ".Count()")} {Compare()} {random.Next(0, 3)}",
            5 =>
                $"{parties}.{Pick("Sum", "Min", "Max", "Average")}({Pick("p => p.Votes", "Votes", "p => p.Dues", "p => p.Votes * 2")}) "
                    + $"{Compare()} {random.Next(0, 20)}",
            6 =>
                $"{parties}.{Pick("First", "FirstOrDefault")}({Pick("", PartyTest(0, "p", "p => "))})."
                    + Pick($"Votes {Compare()} 3", "Name == \"Geneva\"", "IsMediator"),
            7 =>
                $"{parties}.OrderBy{Pick("", "Descending")}({Pick("Votes", "p => p.Votes", "Name")})."
                    + $"{Pick("First()", "Take(2).Last()", "FirstOrDefault()")}.Votes {Compare()} {random.Next(0, 12)}",
            8 => $"{quotas}.Contains({Whole(0, self)})",
            9 => $"{quotas}.{Pick("Sum", "Max", "Min", "Average")}({Pick("", "q => q", "it")}) {Compare()} {random.Next(-2, 12)}",
            10 => $"{quotas}[{random.Next(0, 3)}] {Compare()} {Whole(0, self)}",
            11 => $"{self}.Guarantees."
                + Pick(
                    $"Contains({Text(0, self)})",
                    "Any(it == \"Geneva\")",
                    "Count > 1",
                    "Any(g => g.StartsWith(\"G\"))",
                    "Distinct().Count() > 1"
                ),
            12 => $"{parties}.Any(p => p.Envoys.Any(e => e.Rank {Compare()} {random.Next(0, 5)} && e.Role {Pick("==", "!=")} "
                + $"{Pick("\"Geneva\"", "p.Name")}))",
            13 => $"{parties}.SelectMany(p => p.Envoys).{Pick("Count() > 2", "Any(e => e.Rank > 2)")}",
            14 =>
                $"{parties}.Select({Pick("p => p.Votes", "Votes")}).{Pick("Sum()", "Max()", "Distinct().Count()")} {Compare()} "
                    + $"{random.Next(0, 20)}",
            _ => $"{quotas}.Where(q => q {Compare()} {random.Next(-2, 12)}).Count() {Compare()} {random.Next(0, 4)}",
        };
    }

    private string PartyTest(int depth, string name, string lambda)
    {
        var owner = name.Length == 0 ? string.Empty : name + ".";
        var test = random.Next(6) switch
        {
            0 => $"{owner}Votes {Compare()} {Pick(random.Next(0, 12).ToString(CultureInfo.InvariantCulture), "input1.TermYears")}",
            1 => $"{owner}Name {Pick("==", "!=")} {Pick("\"Geneva\"", "input1.Title", "null")}",
            2 => $"{owner}IsMediator",
            3 => $"{owner}Home.Code {Pick("==", "!=")} \"Wien\"",
            4 => $"{owner}Dues {Compare()} {random.Next(0, 5)}",
            _ => $"{owner}Name.{Pick("Contains", "StartsWith")}(\"e\")",
        };
        return lambda + (depth > 0 && random.Next(3) == 0 ? $"{test} {Pick("&&", "||")} {PartyTest(0, name, string.Empty)}" : test);
    }

    private string Whole(int depth, string self) => depth > 0 && random.Next(3) == 0
        ? $"({Whole(depth - 1, self)} {Pick("+", "-", "*", "/", "%")} {Whole(depth - 1, self)})"
        : random.Next(8) switch
        {
            0 or 1 => random.Next(-2, 12).ToString(CultureInfo.InvariantCulture),
            2 => $"{self}.{Pick("Venue.Seats", "Venue.Rooms", "Title.Length", "Agreed.Year", "Parties.Count")}",
            3 => Pick("2147483647", "3000000000", "0", "-2147483648", "5L"),
            4 when Params.Exists(p => p.Type == "whole") => Params.First(p => p.Type == "whole").Name,
            _ => $"{self}.{Pick("TermYears", "RatifiedBy", "Population", "Exports", "termyears", "Annexes", "Copies")}",
        };

    private string Decimal(int depth, string self) => depth > 0 && random.Next(3) == 0
        ? $"({Decimal(depth - 1, self)} {Pick("+", "-", "*", "/")} {Pick(Decimal(depth - 1, self), Whole(0, self))})"
        : Params.Exists(p => p.Type == "decimal") && random.Next(4) == 0 ? Params.First(p => p.Type == "decimal").Name
        : Pick($"{self}.Budget", $"{self}.Grant", "1.5M", "10", "0.1", "12.34m", "5.5");

    private string Real(int depth, string self) => depth > 0 && random.Next(3) == 0
        ? $"({Real(depth - 1, self)} {Pick("+", "-", "*", "/")} {Pick(Real(depth - 1, self), Whole(0, self))})"
        : Params.Exists(p => p.Type == "real") && random.Next(4) == 0 ? Params.First(p => p.Type == "real").Name
        : Pick(
            $"{self}.Trust",
            $"{self}.Support",
            "2.5",
            "0.1",
            "Math.Abs(input1.Trust)",
            "Math.Round(input1.Trust)",
            "1e3",
            "9007199254740992.0",
            "9.007199254740994E15"
        );

    private string Text(int depth, string self) => depth > 0 && random.Next(3) == 0
        ? $"{Text(depth - 1, self)}{Pick(".ToLower()", ".ToUpper()", ".Trim()", " + \"a\"", ".Substring(1)", ".Replace(\"e\", \"i\")")}"
        : Params.Exists(p => p.Type == "text") && random.Next(4) == 0 ? Params.First(p => p.Type == "text").Name
        : Pick(TextPath(self), TextPath(self), $"\"{Words[random.Next(Words.Length)]}\"");

    private string TextPath(string self) => $"{self}.{Pick("Title", "Venue.City", "Venue.Country.Code", "title")}";

    private string Date(string self) =>
        Pick(
            $"{self}.Agreed",
            $"{self}.Expires",
            "DateTime(2021, 6, 1)",
            "DateTime.Parse(\"2022-01-01\")",
            $"{self}.Agreed.AddYears(1)",
            $"{self}.Agreed.AddDays(30)",
            $"{self}.Agreed.Date",
            $"DateTime({self}.Agreed.Year, {self}.Agreed.Month, "
                + $"{Pick("1", $"{self}.Agreed.Day", $"DateTime.DaysInMonth({self}.Agreed.Year, {self}.Agreed.Month)")})",
            $"DateTime({self}.{Pick("Agreed", "Expires.Value")}.Year, "
                + $"{Pick("1, 1", "12, 31")}){Pick("", ".AddDays(1)", ".AddHours(5)", ".AddMonths(-1)")}",
            "\"2021-03-01\""
        );

    private string Compare() => Comparisons[random.Next(Comparisons.Length)];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
