namespace LastTrainHome.Web.Security;

/// <summary>Counts wrong codes and cards by the address they come from, for a minute. What is right is never counted:
/// a whole class behind one address gets in, also while somebody among them guesses.</summary>
public sealed class WrongTries(TimeProvider clock) : RateLimit(clock, AMinute, TimeSpan.FromMinutes(1))
{
    /// <summary>How many wrong ones a minute are answered. A class that mistypes twice each stays below.</summary>
    public const int AMinute = 100;
}
