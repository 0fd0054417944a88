using System.Globalization;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>Whether texts and dates mean in the current culture what they mean in the rule language.</summary>
/// <remarks>
/// Some methods of .NET go by the culture of the thread. The texts they are used on here have no other letters than those of English; but
/// where two of these are one letter (<c>ch</c> in Czech), or have another capital (<c>i</c> in Turkish), or years are counted otherwise,
/// workflows are left to RulesEngine.
/// </remarks>
internal static class MachineLanguage
{
    // In these, every letter of English is a letter of its own.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "iv",
        "en",
        "de",
        "fr",
        "it",
        "es",
        "pt",
        "nl",
        "pl",
        "ru",
        "uk",
        "el",
        "he",
        "ja",
        "zh",
        "ko",
    };

    // Asked for at every call, and nearly always the same.
    private static volatile Answer? _latest;

    /// <summary>Whether dates and numbers are the usual ones.</summary>
    public static bool IsUsual => Current.IsUsual;

    /// <summary>Whether the letters of texts are, too.</summary>
    public static bool IsPlain => Current.IsPlain;

    private static Answer Current
    {
        get
        {
            var culture = CultureInfo.CurrentCulture;
            return _latest is { } latest && ReferenceEquals(latest.Culture, culture) ? latest : _latest = Ask(culture);
        }
    }

    private static Answer Ask(CultureInfo culture)
    {
        var isUsual = culture.Calendar is GregorianCalendar;
        return new Answer(culture, isUsual, isUsual && Plain.Contains(culture.TwoLetterISOLanguageName));
    }

    private sealed record Answer(CultureInfo Culture, bool IsUsual, bool IsPlain);
}
