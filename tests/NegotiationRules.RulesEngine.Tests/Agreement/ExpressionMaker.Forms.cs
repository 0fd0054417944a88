namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Forms of which it matters how C# and RulesEngine take them apart: lists that are written out, texts that are split, groups,
/// places, values as text, and numbers of several precisions.</summary>
internal sealed partial class ExpressionMaker
{
    private string WrittenList(string self) => Pick(
        $"new[] {{ 3, 5, {random.Next(-2, 12)} }}.Contains({Whole(0, self)})",
        $"new[] {{ 1, 2, 9 }}.{Pick("Any", "All")}(n => n {Compare()} {Whole(0, self)})",
        $"new[] {{ 1, 2, 9 }}.Where(n => n {Compare()} {random.Next(0, 10)}).{Pick("Count() == 2", $"Contains({Whole(0, self)})")}",
        $"new[] {{ 1, 2, 9 }}.Count(n => n {Compare()} {Whole(0, self)}) {Compare()} 2",
        $"new[] {{ \"Geneva\", \"en\" }}.{Pick("Any", "All")}(w => {self}.Guarantees.Contains(w))",
        $"new[] {{ \"Geneva\", \"en\" }}.Any(w => {Text(0, self)}.{Pick("Contains", "StartsWith")}(w))",
        $"new[] {{ {Text(0, self)}, \"Wien\" }}.Contains({Text(0, self)})",
        $"{self}.Guarantees.Intersect(new[] {{ \"Geneva\", \"Wien\" }}).{Pick("Any()", "Count() > 1")}",
        $"{self}.Quotas.Any(q => new[] {{ 1, 2, 3 }}.Contains(q))");

    private string Split(string self) => Pick(
        $"\"Geneva,Wien\".Split(',').Contains({Text(0, self)})",
        $"\"Geneva;Wien\".Split(';').Any(w => w {Pick("==", "!=")} {Text(0, self)})",
        $"\"Geneva,,Wien\".Split(',').{Pick("Length", "Count()")} {Compare()} {random.Next(1, 5)}",
        $"\" Geneva , Wien\".Split(',').Select(w => w.Trim()).Contains({Text(0, self)})",
        $"{TextPath(self)}.Split('e').{Pick("Contains(\"n\")", "Contains(\"G\")", "Length > 1")}");

    private string Groups(string self) => $"{self}.Parties.GroupBy(p => p.{Pick("Name", "Votes", "IsMediator")})."
        + Pick(
            $"Any(g => g.Count() {Compare()} {random.Next(0, 3)})",
            $"Count() {Compare()} {random.Next(0, 4)}",
            "All(g => g.Count() == 1)",
            $"Any(g => g.Any(p => p.Votes {Compare()} 3))");

    private string Place(string self) => Pick(
        $"{self}.Guarantees[{random.Next(0, 3)}] {Pick("==", "!=")} {Text(0, self)}",
        $"{self}.Parties[{random.Next(0, 2)}].{Pick($"Votes {Compare()} 3", "IsMediator", "Name == \"Geneva\"")}",
        $"{TextPath(self)}[{random.Next(0, 2)}] {Pick("==", "!=")} 'G'",
        $"{self}.Quotas.ElementAt({random.Next(0, 3)}) {Compare()} {Whole(0, self)}",
        $"{self}.Quotas.Skip(1).First() {Compare()} {Whole(0, self)}");

    private string AsText(string self) => Pick(
        $"{Whole(0, self)}.ToString() {Pick("==", "!=")} \"{random.Next(-2, 12)}\"",
        $"{self}.Stage.ToString() {Pick("==", "!=")} {Pick("\"Agreed\"", "\"agreed\"", TextPath(self))}",
        $"{self}.Grade.ToString() == {Text(0, self)}",
        $"{self}.TermYears.ToString().Length {Compare()} 1",
        $"({Text(0, self)} + {self}.TermYears) == {Text(0, self)}",
        $"{Pick("string", "String")}.Equals({Text(0, self)}, {Text(0, self)})",
        $"{Whole(0, self)}.Equals({Pick("3", "3.0", "3L", Whole(0, self))})");

    private string Precise(string self) => Pick(
        $"{self}.Population in ({Pick("2.5, 9007199254740992", "9007199254740992, 2.5", "9007199254740992.0, 7")}, {random.Next(-2, 12)})",
        $"{self}.Weight {Pick("*", "+", "-", "/")} {Pick("3", "0.1f", "0.1", "1.5M", Whole(0, self))} {Compare()} "
            + Pick("0.3", "0.3f", "1"),
        $"{Whole(0, self)} {Pick("*", "+", "-", "/")} {Pick("0.1f", "3f")} {Compare()} {Pick("0.3", "0.3f", "2")}",
        $"{Real(0, self)} {Pick("*", "+")} 0.1f {Compare()} {Real(0, self)}",
        $"{self}.Agreed.Date {Compare()} {Pick($"{self}.Agreed", "DateTime(2021, 6, 1)", "\"2021-06-01\"")}",
        $"{self}.Agreed.{Pick("TimeOfDay", "Date.TimeOfDay")} {Compare()} TimeSpan(9, 0, 0)");
}
