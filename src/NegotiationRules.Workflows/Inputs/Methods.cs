namespace NegotiationRules.Workflows.Inputs;

/// <summary>The methods of .NET that expressions may call, each with what it tells of the values it is called with. All that is said of a
/// method by its name stands here: what it means is for the translation to say.</summary>
internal static class Methods
{
    /// <summary>The methods of values and lists.</summary>
    public static IReadOnlyList<MethodRow> OfValues { get; } =
    [
        new(
            Method.Contains, "Contains", Receiver.Text | Receiver.List | Receiver.WrittenList,
            "input1.name.Contains(\"a\") or input1.codes.Contains(3)"
        ),
        OfText(Method.StartsWith, ShapeKind.Boolean, "input1.name.StartsWith(\"a\", StringComparison.Ordinal)", given: ShapeKind.Text),
        OfText(Method.EndsWith, ShapeKind.Boolean, "input1.name.EndsWith(\"a\", StringComparison.Ordinal)", given: ShapeKind.Text),
        new(
            Method.EqualTo, "Equals", Receiver.Text | Receiver.Value,
            "input1.name.Equals(\"a\", StringComparison.OrdinalIgnoreCase), with a value of the same type"
        ),
        new(
            Method.ComparedTo, "CompareTo", Receiver.Text | Receiver.Value,
            "input1.a.CompareTo(input1.b) == 0, with a value of the same type"
        ),
        OfText(Method.ToLower, ShapeKind.Text, "input1.name.ToLower()"),
        OfText(Method.ToUpper, ShapeKind.Text, "input1.name.ToUpper()"),
        OfText(Method.ToLowerInvariant, ShapeKind.Text, "input1.name.ToLowerInvariant()"),
        OfText(Method.ToUpperInvariant, ShapeKind.Text, "input1.name.ToUpperInvariant()"),
        OfText(Method.Trim, ShapeKind.Text, "input1.name.Trim()"),
        new(Method.GetValueOrDefault, "GetValueOrDefault", Receiver.Value, "input1.amount.GetValueOrDefault(), of what may be null"),
        new(
            Method.AsText, "ToString", Receiver.Text | Receiver.Value,
            "input1.name.ToString(), of text, a GUID, an enumeration or a whole number"
        ),
        OfText(
            Method.Substring, ShapeKind.Text, "input1.name.Substring(0, 3): whole numbers, the place and then the length",
            given: ShapeKind.Number
        ),
        OfText(Method.IndexOf, ShapeKind.Number, "input1.name.IndexOf(\"a\")", given: ShapeKind.Text),
        OfText(Method.Replace, ShapeKind.Text, "input1.name.Replace(\"a\", \"b\"), with texts that are written out", given: ShapeKind.Text),
        OfText(Method.Split, ShapeKind.List, "input1.codes.Split(',').Contains(\"a\"), at characters in single quotation marks"),
        new(Method.Add, "Add", Receiver.Moment, "input1.start.Add(TimeSpan.FromDays(3))"),
        new(Method.Subtract, "Subtract", Receiver.Moment, "input1.end.Subtract(input1.start)"),
        Moves(Method.AddYears, "input1.start.AddYears(3), by a whole number", ofDays: true, isWhole: true),
        Moves(Method.AddMonths, "input1.start.AddMonths(3), by a whole number", ofDays: true, isWhole: true),
        Moves(Method.AddDays, "input1.start.AddDays(3)", ofDays: true),
        Moves(Method.AddHours, "input1.start.AddHours(3)"),
        Moves(Method.AddMinutes, "input1.start.AddMinutes(3)"),
        Moves(Method.AddSeconds, "input1.start.AddSeconds(3)"),
        Moves(Method.AddMilliseconds, "input1.start.AddMilliseconds(3)"),
        Moves(Method.AddTicks, "input1.start.AddTicks(3)", isWhole: true),
        OfList(Method.Any, ListMethod.Truth, "input1.orders.Any(o => o.Total > 100)", orWritten: true),
        OfList(Method.All, ListMethod.Truth, "input1.orders.All(o => o.Total > 100)", orWritten: true),
        OfList(Method.Count, ListMethod.Counting, "input1.orders.Count(o => o.Total > 100)", orWritten: true),
        OfList(Method.LongCount, ListMethod.Counting, "input1.orders.LongCount(o => o.Total > 100)", orWritten: true),
        OfList(Method.Sum, ListMethod.Total, "input1.orders.Sum(o => o.Total)", orWritten: true),
        OfList(Method.Min, ListMethod.Extreme, "input1.orders.Min(o => o.Total)", orWritten: true),
        OfList(Method.Max, ListMethod.Extreme, "input1.orders.Max(o => o.Total)", orWritten: true),
        OfList(Method.Average, ListMethod.Mean, "input1.orders.Average(o => o.Total)"),
        OfList(Method.Where, ListMethod.Filter, "input1.orders.Where(o => o.Total > 100)", orWritten: true),
        OfList(Method.Select, ListMethod.Projection, "input1.orders.Select(o => o.Total)", orWritten: true),
        OfList(Method.SelectMany, ListMethod.Flattening, "input1.orders.SelectMany(o => o.Lines)"),
        OfList(Method.OrderBy, ListMethod.Order, "input1.orders.OrderBy(o => o.Total)"),
        OfList(Method.OrderByDescending, ListMethod.Order, "input1.orders.OrderByDescending(o => o.Total)"),
        OfList(Method.ThenBy, ListMethod.Order, "input1.orders.OrderBy(o => o.Total).ThenBy(o => o.Id)"),
        OfList(Method.ThenByDescending, ListMethod.Order, "input1.orders.OrderBy(o => o.Total).ThenByDescending(o => o.Id)"),
        OfList(Method.Distinct, ListMethod.Same, "input1.codes.Distinct()", orWritten: true),
        OfList(Method.GroupBy, ListMethod.Grouping, "input1.orders.GroupBy(o => o.Id).Any(g => g.Count() > 1)"),
        OfList(Method.Reverse, ListMethod.Same, "input1.orders.Reverse()"),
        OfList(Method.Skip, ListMethod.Section, "input1.orders.Skip(3)"),
        OfList(Method.Take, ListMethod.Section, "input1.orders.Take(3)"),
        OfList(Method.First, ListMethod.Choice, "input1.orders.First(o => o.Total > 100)", orWritten: true),
        OfList(Method.FirstOrDefault, ListMethod.Choice, "input1.orders.FirstOrDefault(o => o.Total > 100)"),
        OfList(Method.Last, ListMethod.Choice, "input1.orders.Last(o => o.Total > 100)", orWritten: true),
        OfList(Method.LastOrDefault, ListMethod.Choice, "input1.orders.LastOrDefault(o => o.Total > 100)"),
        OfList(Method.Single, ListMethod.Choice, "input1.orders.Single(o => o.Id == 3)"),
        OfList(Method.SingleOrDefault, ListMethod.Choice, "input1.orders.SingleOrDefault(o => o.Id == 3)"),
        OfList(Method.ElementAt, ListMethod.Place, "input1.orders.ElementAt(3)"),
        OfList(Method.ElementAtOrDefault, ListMethod.Place, "input1.orders.ElementAtOrDefault(3)"),
        OfList(Method.Intersect, ListMethod.Joining, "input1.codes.Intersect(input1.others)", orWritten: true),
        OfList(Method.Except, ListMethod.Joining, "input1.codes.Except(input1.others)", orWritten: true),
        new(Method.Concat, "Concat", Receiver.WrittenList, "new[] { 1, 2 }.Concat(new[] { 3 }), of lists that are written out"),
        new(Method.Union, "Union", Receiver.WrittenList, "new[] { 1, 2 }.Union(new[] { 3 }), of lists that are written out")
        {
            OfList = ListMethod.Joining,
        },
        OfList(Method.ToList, ListMethod.Same, "input1.orders.ToList()", orWritten: true),
        OfList(Method.ToArray, ListMethod.Same, "input1.orders.ToArray()", orWritten: true),
        OfList(Method.AsEnumerable, ListMethod.Same, "input1.orders.AsEnumerable()", orWritten: true),
        OfList(Method.AsQueryable, ListMethod.Same, "input1.orders.AsQueryable()", orWritten: true),
        .. Others("TrimStart TrimEnd PadLeft PadRight Remove Insert Normalize LastIndexOf", name => new(Method.Other, name)
        {
            OfText = name == "LastIndexOf" ? ShapeKind.Number : ShapeKind.Text,
            Given = name switch { "Remove" => ShapeKind.Number, "LastIndexOf" => ShapeKind.Text, _ => ShapeKind.Open },
        }),
        .. Others("ToUniversalTime ToLocalTime", name => new(Method.Other, name) { OfDate = ShapeKind.DateTime }),
        .. Others("ToShortDateString ToLongDateString ToShortTimeString ToLongTimeString", name => new(Method.Other, name)
        {
            OfDate = ShapeKind.Text,
        }),
        .. Others("TakeWhile SkipWhile", name => new(Method.Other, name) { OfList = ListMethod.Filter }),
        .. Others("DistinctBy", name => new(Method.Other, name) { OfList = ListMethod.Order }),
        .. Others("DefaultIfEmpty", name => new(Method.Other, name) { OfList = ListMethod.Same }),
        .. Others("GetType HasFlag", name => new(Method.Other, name)),
        new(Method.SequenceEqual, "SequenceEqual") { OfList = ListMethod.Joining },
    ];

    /// <summary>The methods of types, behind the names of these in .NET.</summary>
    public static IReadOnlyList<MethodRow> OfTypes { get; } =
    [
        OfType(Method.StringIsNullOrEmpty, "String.IsNullOrEmpty", "string.IsNullOrEmpty(input1.name)"),
        OfType(Method.StringIsNullOrWhiteSpace, "String.IsNullOrWhiteSpace", "string.IsNullOrWhiteSpace(input1.name)"),
        OfType(Method.StringEquals, "String.Equals", "string.Equals(input1.name, \"a\", StringComparison.OrdinalIgnoreCase)"),
        OfType(Method.StringCompare, "String.Compare", "string.Compare(input1.name, \"a\", StringComparison.OrdinalIgnoreCase) == 0"),
        OfType(Method.StringCompareOrdinal, "String.CompareOrdinal", "string.CompareOrdinal(input1.name, \"a\") == 0"),
        OfType(Method.StringConcat, "String.Concat", "string.Concat(input1.first, \" \", input1.last), with two to four texts"),
        OfType(
            Method.DateTimeDaysInMonth, "DateTime.DaysInMonth",
            "DateTime.DaysInMonth(input1.day.Year, input1.day.Month), of one date without a time"
        ),
        OfType(Method.Parse, "DateTime.Parse", "DateTime.Parse(\"2022-01-31\")"),
        OfType(Method.Parse, "DateOnly.Parse", "DateOnly.Parse(\"2022-01-31\")"),
        OfType(Method.Parse, "DateTimeOffset.Parse", "DateTimeOffset.Parse(\"2022-01-31T12:00:00Z\")"),
        OfType(Method.Parse, "TimeSpan.Parse", "TimeSpan.Parse(\"12:30:00\")"),
        OfType(Method.Parse, "Guid.Parse", "Guid.Parse(\"7d444840-9dc0-11d1-b245-5ffdce74fad2\")"),
        OfType(Method.Parse, "Int32.Parse", "int.Parse(\"3\")"),
        OfType(Method.Parse, "Int64.Parse", "long.Parse(\"3\")"),
        OfType(Method.Parse, "Double.Parse", "double.Parse(\"2.5\")"),
        OfType(Method.Parse, "Decimal.Parse", "decimal.Parse(\"2.5\")"),
        OfType(Method.Parse, "Boolean.Parse", "bool.Parse(\"true\")"),
        OfType(Method.DateOnlyFromDateTime, "DateOnly.FromDateTime", "DateOnly.FromDateTime(input1.start)"),
        OfLength(Method.TimeSpanFromDays, "TimeSpan.FromDays"),
        OfLength(Method.TimeSpanFromHours, "TimeSpan.FromHours"),
        OfLength(Method.TimeSpanFromMinutes, "TimeSpan.FromMinutes"),
        OfLength(Method.TimeSpanFromSeconds, "TimeSpan.FromSeconds"),
        OfNumber(Method.ConvertToInt32, "Convert.ToInt32"),
        OfNumber(Method.ConvertToInt64, "Convert.ToInt64"),
        OfNumber(Method.ConvertToDouble, "Convert.ToDouble", "a whole number or a double"),
        OfNumber(Method.ConvertToDecimal, "Convert.ToDecimal", "a whole number or a decimal"),
        OfNumber(Method.ConvertToBoolean, "Convert.ToBoolean"),
        OfType(Method.ConvertToDateTime, "Convert.ToDateTime", "Convert.ToDateTime(\"2022-01-31\")"),
        OfType(Method.ConvertToString, "Convert.ToString", "Convert.ToString(input1.name), of text, or of a number that is never null"),
        OfType(Method.RegexIsMatch, "Regex.IsMatch", "Regex.IsMatch(input1.code, \"^[A-Z]{2}$\"), with a pattern that is written out"),
        OfNumber(Method.MathAbs, "Math.Abs"),
        OfNumber(Method.MathSign, "Math.Sign"),
        OfNumber(Method.MathFloor, "Math.Floor", "a number with decimals"),
        OfNumber(Method.MathCeiling, "Math.Ceiling", "a number with decimals"),
        OfNumber(Method.MathTruncate, "Math.Truncate", "a number with decimals"),
        OfNumber(Method.MathRound, "Math.Round", "a number with decimals"),
        OfNumber(Method.MathSqrt, "Math.Sqrt"),
        OfType(Method.MathPow, "Math.Pow", "Math.Pow(input1.amount, 2), of a number that is never null"),
        OfTwo(Method.MathMin, "Math.Min"),
        OfTwo(Method.MathMax, "Math.Max"),
        OfType(
            Method.ExpressionUtilsCheckContains, "ExpressionUtils.CheckContains",
            "ExpressionUtils.CheckContains(input1.country, \"india,france\"), with a list that is written out"
        ),
        new(Method.DateTimeCompare, "DateTime.Compare"),
        new(Method.DateTimeIsLeapYear, "DateTime.IsLeapYear"),
        new(Method.GuidNewGuid, "Guid.NewGuid"),
        new(Method.StringJoin, "String.Join"),
        new(Method.StringFormat, "String.Format"),
    ];

    private static readonly Dictionary<string, MethodRow> ByName = OfValues
        .Concat(OfTypes)
        .ToDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The method of a value or a list, or of a type (<c>Math.Abs</c>), if there is one.</summary>
    public static MethodRow? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The method of that name if it is translated on such a receiver.</summary>
    public static Method? On(Receiver receiver, string name) => Find(name) is { } row && (row.On & receiver) != 0 ? row.Method : null;

    /// <summary>The names of all methods that are translated on such a receiver.</summary>
    public static IEnumerable<string> NamesOn(Receiver receiver) =>
        OfValues.Concat(OfTypes).Where(row => (row.On & receiver) != 0).Select(row => row.Name);

    /// <summary>Whether names in the brackets may be members of the elements of a list.</summary>
    public static bool GoesThroughElements(string name) =>
        Find(name)?.OfList is not (null or ListMethod.Section or ListMethod.Place or ListMethod.Same or ListMethod.Joining);

    private static MethodRow OfType(Method method, string name, string example) => new(method, name, Receiver.Type, example);

    private static MethodRow OfNumber(Method method, string name, string number = "a number") =>
        OfType(method, name, $"{name}(input1.amount), of {number} that is never null");

    private static MethodRow OfTwo(Method method, string name) =>
        OfType(method, name, $"{name}(input1.a, input1.b), of numbers of one type that are never null");

    private static MethodRow OfLength(Method method, string name) =>
        OfType(method, name, $"{name}(3), with a number that is written out");

    private static MethodRow OfText(Method method, ShapeKind result, string example, ShapeKind given = ShapeKind.Open) =>
        new(method, method.ToString(), Receiver.Text, example) { OfText = result, Given = given };

    private static MethodRow OfList(Method method, ListMethod does, string example, bool orWritten = false) =>
        new(method, method.ToString(), orWritten ? Receiver.List | Receiver.WrittenList : Receiver.List, example) { OfList = does };

    private static MethodRow Moves(Method method, string example, bool ofDays = false, bool isWhole = false) =>
        new(method, method.ToString(), ofDays ? Receiver.Moment | Receiver.Day : Receiver.Moment, example)
        {
            OfDate = ShapeKind.DateTime,
            Given = isWhole ? ShapeKind.Number : ShapeKind.Open,
        };

    // Of these no expression is translated, but what they are called on is told all the same.
    private static IEnumerable<MethodRow> Others(string names, Func<string, MethodRow> row) => names.Split(' ').Select(row);
}
