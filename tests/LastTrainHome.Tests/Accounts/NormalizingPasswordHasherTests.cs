using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xunit;

namespace LastTrainHome.Tests.Accounts;

public sealed class NormalizingPasswordHasherTests
{
    private const string Composed = "h\u00e9ron", Decomposed = "he\u0301ron";

    private static readonly Account Somebody = Account.OfStaff("Nina", DateTime.UnixEpoch);
    private static readonly IOptions<PasswordHasherOptions> Quick = Options.Create(new PasswordHasherOptions { IterationCount = 1000 });
    private static readonly PasswordHasher<Account> Before = new(Quick);
    private static readonly NormalizingPasswordHasher Hasher = new(Quick);

    [Theory]
    [InlineData(Composed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("plain", "plain")]
    [InlineData("\ufb01nd", "\ufb01nd")]
    public void One_password_however_typed_is_one_password(string chosen, string typed) =>
        Assert.Equal(PasswordVerificationResult.Success, Hasher.VerifyHashedPassword(Somebody, Hasher.HashPassword(Somebody, chosen), typed));

    [Theory]
    [InlineData(Composed, "heron")]
    [InlineData("\ufb01nd", "find")]
    [InlineData("x\u00b2", "x2")]
    public void Letters_that_only_look_alike_stay_apart(string chosen, string typed) =>
        Assert.Equal(PasswordVerificationResult.Failed, Hasher.VerifyHashedPassword(Somebody, Hasher.HashPassword(Somebody, chosen), typed));

    [Theory]
    [InlineData(Decomposed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    [InlineData("e\u0301\u00e9", "e\u0301\u00e9")]
    public void A_hash_of_before_is_taken_and_a_new_one_asked_for(string chosen, string typed) =>
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Hasher.VerifyHashedPassword(Somebody, Before.HashPassword(Somebody, chosen), typed));
}
