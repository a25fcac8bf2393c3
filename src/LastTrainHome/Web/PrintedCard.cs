using LastTrainHome.Accounts;

namespace LastTrainHome.Web;

/// <summary>A sign-in card as it is shown once and printed, by <c>_PrintedCard</c>.</summary>
/// <param name="Class">The class it was made for.</param>
/// <param name="Number">The card number in that class.</param>
/// <param name="Pseudonym">The name in that class; null on a card printed in advance.</param>
/// <param name="SignIn">The whole address of the page to sign in on.</param>
public sealed record PrintedCard(SignInCard Card, string Class, int Number, string? Pseudonym, string SignIn)
{
    /// <summary>Signs in by a camera. The words stand behind #, which a browser keeps to itself: no server's log has them.</summary>
    public string Link => $"{SignIn}#{string.Join('-', Card.Words)}";
}
