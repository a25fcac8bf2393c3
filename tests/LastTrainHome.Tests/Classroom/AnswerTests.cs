using LastTrainHome.Classroom;
using Xunit;

namespace LastTrainHome.Tests.Classroom;

public sealed class AnswerTests
{
    private static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_save_that_builds_on_the_newest_stands()
    {
        var answer = New();

        Assert.True(answer.Write("A first thought", [], 0, Start));
        Assert.True(answer.Write("A first thought, and a second", [], 1, Start.AddSeconds(2)));

        Assert.Equal(("A first thought, and a second", 2), (answer.Text, answer.Version));
    }

    [Fact]
    public void A_save_from_a_tab_that_has_not_seen_the_newest_is_set_aside_and_not_lost()
    {
        var answer = New();
        answer.Write("From the first tab", [], 0, Start);

        Assert.False(answer.Write("From the second tab", [], 0, Start.AddSeconds(5)));
        Assert.False(answer.Write("From the second tab", [], 0, Start.AddSeconds(6)));

        Assert.Equal("From the first tab", answer.Text);
        Assert.Equal("From the second tab", Assert.Single(answer.Versions, version => version.IsAside).Text);
    }

    [Fact]
    public void A_version_is_restored_and_what_stood_becomes_one()
    {
        var answer = New();
        answer.Write("First, and rather long", [], 0, Start);
        answer.Write("Second", [], 1, Start.AddSeconds(2));

        Assert.False(answer.Restore(answer.Versions[0], 1, Start.AddMinutes(1)));
        Assert.True(answer.Restore(answer.Versions[0], 2, Start.AddMinutes(1)));

        Assert.Equal(("First, and rather long", 3), (answer.Text, answer.Version));
        Assert.Contains(answer.Versions, version => version.Text == "Second");
    }

    [Fact]
    public void The_same_text_from_another_tab_is_no_conflict()
    {
        var answer = New();
        answer.Write("Same", [], 0, Start);

        Assert.True(answer.Write("Same", [], 0, Start.AddSeconds(5)));
        Assert.Empty(answer.Versions);
    }

    [Fact]
    public void What_stood_before_much_was_deleted_is_kept()
    {
        var answer = New();
        answer.Write("A long answer that took an hour to write", [], 0, Start);
        answer.Write("", [], 1, Start.AddSeconds(1));

        Assert.Equal("A long answer that took an hour to write", Assert.Single(answer.Versions).Text);
    }

    [Fact]
    public void An_answer_that_was_handed_in_must_be_taken_back_before_it_is_changed()
    {
        var answer = New();
        answer.Write("Final", [], 0, Start);
        answer.Submit(Start.AddMinutes(1), isLate: false);

        Assert.Throws<InvalidOperationException>(() => answer.Write("Changed", [], answer.Version, Start.AddMinutes(2)));
        answer.TakeBack();
        Assert.True(answer.Write("Changed", [], answer.Version, Start.AddMinutes(2)));
        Assert.Contains(answer.Versions, version => version is { Text: "Final", SubmittedAt: not null });
    }

    [Fact]
    public void What_is_handed_in_after_it_was_due_says_so()
    {
        var answer = New();
        answer.Write("", [1], 0, Start);
        answer.Submit(Start, isLate: true);

        Assert.True(answer is { IsLate: true, IsSubmitted: true, Tries: 1 });
    }

    [Fact]
    public void No_more_is_set_aside_than_may_be_and_the_newest_stays()
    {
        var answer = New();
        answer.Write("First", [], 0, Start);

        for (var number = 1; number <= Answer.MostSetAside + 3; number++)
            answer.Write($"From another tab, {number}", [], 0, Start.AddSeconds(number));

        Assert.Equal(Answer.MostSetAside, answer.Versions.Count(version => version.IsAside));
        Assert.Contains(answer.Versions, version => version.Text == $"From another tab, {Answer.MostSetAside + 3}");
        Assert.DoesNotContain(answer.Versions, version => version.Text == "From another tab, 3");
    }

    private static Answer New() => new() { AccountId = Guid.NewGuid(), QuestionId = "q", PageKey = "sections/a", Prompt = "Why?", SavedAt = Start };
}
