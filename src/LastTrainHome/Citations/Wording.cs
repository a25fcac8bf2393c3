namespace LastTrainHome.Citations;

/// <summary>Every word that a reference adds of its own, so that a study in another language has one place to change.</summary>
internal static class Wording
{
    public const string And = "and";
    public const string EtAl = "et al.";
    public const string NoDate = "n.d.";
    public const string Circa = "c.";
    public const string BeforeOurEra = "BCE";
    public const string Director = "dir.";
    public const string Directors = "dirs.";
    public const string Editor = "ed.";
    public const string Editors = "eds.";
    public const string EditedBy = "edited by";
    public const string TranslatedBy = "Translated by";
    public const string In = "In";
    public const string Edition = "Edition";
    public const string Number = "No.";
    public const string Accessed = "Accessed";
    public const string OriginalTitle = "Original title:";

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Month(int month) => Months[month - 1];
}
