using System.Collections.Frozen;
using System.Globalization;
using WordSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace LastTrainHome.Content.Numbers;

/// <summary>How a language other than English writes numbers and months.</summary>
internal sealed record NumberConvention(bool HasDecimalComma, WordSet Months)
{
    public static NumberConvention? Of(string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(language);
            var dates = culture.DateTimeFormat;
            string[] names =
            [
                .. dates.MonthNames, .. dates.MonthGenitiveNames, .. dates.AbbreviatedMonthNames, .. dates.AbbreviatedMonthGenitiveNames,
            ];
            // Where months are numbers (1月) there are no names.
            var months = names.Select(name => name.Trim('.')).Where(name => name.Length > 2 && char.IsLetter(name[0]));
            return new(
                culture.NumberFormat.NumberDecimalSeparator == ",",
                months.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());
        }
        catch (CultureNotFoundException)
        {
            return null; // The check of `written_in` says so; here English serves.
        }
    }
}
