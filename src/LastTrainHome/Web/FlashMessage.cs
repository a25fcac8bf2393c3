namespace LastTrainHome.Web;

/// <summary>What the page after a form says once: under these names it is handed on.</summary>
internal static class FlashMessage
{
    public const string Done = "Done";
    public const string Refused = "Refused";
}
