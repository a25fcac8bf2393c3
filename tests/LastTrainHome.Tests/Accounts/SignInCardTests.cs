using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Xunit;

namespace LastTrainHome.Tests.Accounts;

public sealed class SignInCardTests
{
    [Fact]
    public void The_list_has_as_many_words_as_the_arithmetic_says_each_once()
    {
        Assert.Equal(SignInCard.ListLength, CardWords.All.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(SignInCard.ListLength, CardWords.All.Count);
        Assert.All(CardWords.All, word => Assert.Matches("^[a-z]{3,8}$", word));
    }

    [Fact]
    public void A_card_is_read_however_it_is_typed()
    {
        var card = SignInCard.Draw();

        foreach (var typed in new[] { card.Secret, card.Secret.ToUpperInvariant(), string.Join("-", card.Words), string.Join(",\n", card.Words), $"  {string.Join("   ", card.Words)} " })
            Assert.Equal(card.Secret, SignInCard.Read(typed)?.Secret);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("apple apple apple")]
    [InlineData("apple apple apple apple apple")]
    [InlineData("apple apple apple appel")]
    [InlineData("苹果 苹果 苹果 苹果")]
    public void What_is_no_card_is_none(string? typed) => Assert.Null(SignInCard.Read(typed));

    [Theory]
    [InlineData("abc def", "ABCDEF")]
    [InlineData(" aB-cD eF ", "ABCDEF")]
    [InlineData(null, "")]
    public void A_class_code_is_read_in_any_case_and_spacing(string? typed, string code) => Assert.Equal(code, ClassCode.Clean(typed));

    [Fact]
    public void A_class_code_has_no_letter_that_is_taken_for_another() =>
        Assert.All(Enumerable.Range(0, 200).SelectMany(_ => ClassCode.Draw()), letter => Assert.DoesNotContain(letter, "0O1IL"));

    [Theory]
    [InlineData("Wén", null)]
    [InlineData("小鱼", null)]
    [InlineData("", "Choose a name")]
    [InlineData("\u200b", "Choose a name")]
    [InlineData("anna@school.example", "e-mail")]
    [InlineData("s1234567", "number")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq", "shorter")]
    public void A_pseudonym_that_tells_who_one_is_is_refused(string typed, string? problem)
    {
        if (problem is null)
            Assert.Null(Pseudonym.Problem(typed));
        else
            Assert.Contains(problem, Pseudonym.Problem(typed), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pseudonyms_that_look_alike_are_one() => Assert.Equal(Pseudonym.Key("Ａnna  b"), Pseudonym.Key(" anna B\u200b"));
}
