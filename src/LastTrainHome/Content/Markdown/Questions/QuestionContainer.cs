using LastTrainHome.Content.Checks;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Syntax;

namespace LastTrainHome.Content.Markdown.Questions;

/// <summary>A question: open, or with choices.</summary>
internal sealed class QuestionContainer : ContainerFeature
{
    public override string Name => "question";

    public override string Example => "::: question {#id}";

    /// <summary>The id a question's section has on its page.</summary>
    public static string Anchor(string id) => $"q-{id}";

    public override void Check(PageChecker checker, CustomContainer container, Container header, PagePart part)
    {
        var start = container.Span.Start;
        if (part != PagePart.Prose)
            checker.Report(start, "QUEST005", "A question cannot stand in a question.");
        if (header.Attributes?.Id is not { } id)
        {
            if (header.IsReadable)
                checker.Report(start, "QUEST001", "A question has an id that never changes: ::: question {#who-is-counted}.");
        }
        else if (!Fields.IsSlug(id) || id.Length < 2)
        {
            checker.Report(checker.Page.OnFirstLine(container, id), "QUEST004", $"'{id}' cannot be the id of a question: use two or more small letters, digits and hyphens.");
        }

        checker.QuestionThemes[container] = checker.Themes;
        var question = QuestionParts.Of(container);
        if (question.Prompt.Count == 0)
            checker.Report(start, "QUEST006", "This question asks nothing. Write what it asks before its choices.");
        if (question.Choices.Count > 0 && !question.Choices.Any(choice => choice.IsRight))
            checker.Report(question.Choices[0].Item.Span.Start, "QUEST003", "None of these choices is right. Mark the right ones with [x].");
        if (question.Choices.Count == 1)
            checker.Report(question.Choices[0].Item.Span.Start, "QUEST007", "One choice is no choice.");
        foreach (var choice in question.Choices.Where(choice => !choice.HasBox))
            checker.Report(choice.Item.Span.Start, "QUEST008", "This choice has no box. Begin it with '- [ ]' or '- [x]'.");

        checker.CheckBlocks(question.Prompt.Concat(question.Feedback), PagePart.Question);
        foreach (var choice in question.Choices)
        {
            checker.CheckBlocks(choice.Blocks, PagePart.Choice);
            checker.CheckBlocks(choice.Feedback, PagePart.Question);
        }
    }

    public override void Render(PageRenderer page, HtmlRenderer to, CustomContainer container, Container header)
    {
        if (header.Attributes?.Id is { } id)
            QuestionHtml.Write(to, Read(page, container, id));
        else
            to.WriteChildren(container);
    }

    private static Question Read(PageRenderer page, CustomContainer container, string id)
    {
        var parts = QuestionParts.Of(container);
        foreach (var mark in parts.Choices.SelectMany(choice => choice.Item.Descendants<TaskList>()).ToArray())
            mark.Remove();
        var question = new Question
        {
            Id = id,
            PageKey = page.PageKey,
            Position = page.Questions.Count,
            PromptHtml = page.Fragment(parts.Prompt),
            PromptText = PageRenderer.Plain(parts.Prompt),
            Form = parts.Choices.Count == 0 ? QuestionForm.Open : parts.Choices.Count(choice => choice.IsRight) == 1 ? QuestionForm.ChooseOne : QuestionForm.ChooseAll,
            FeedbackHtml = parts.Feedback.Count > 0 ? page.Fragment(parts.Feedback) : null,
            Choices = [.. parts.Choices.Select((choice, place) => new Choice
            {
                QuestionId = id,
                Position = place,
                Html = page.Fragment(choice.Blocks),
                Text = PageRenderer.Plain(choice.Blocks).Trim(),
                IsRight = choice.IsRight,
                FeedbackHtml = choice.Feedback.Count > 0 ? page.Fragment(choice.Feedback) : null,
            })],
            Themes = [.. page.ThemesOf(container)],
        };
        page.Questions.Add(question);
        return question;
    }
}
