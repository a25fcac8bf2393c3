using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace LastTrainHome.Content.Markdown.Questions;

/// <summary>A choice as written: an item of a task list.</summary>
internal sealed record ChoiceParts(ListItemBlock Item, bool HasBox, bool IsRight, IReadOnlyList<Block> Blocks, IReadOnlyList<Block> Feedback);

/// <summary>A question as written. The task list is its choices, a quote inside a choice that choice's feedback; a quote at the end is the
/// question's own.</summary>
internal sealed record QuestionParts(IReadOnlyList<Block> Prompt, IReadOnlyList<ChoiceParts> Choices, IReadOnlyList<Block> Feedback)
{
    public static QuestionParts Of(CustomContainer container)
    {
        var choices = container.OfType<ListBlock>().FirstOrDefault(list => list.OfType<ListItemBlock>().Any(item => Mark(item) is not null));
        var feedback = container.Reverse().TakeWhile(block => block is QuoteBlock).Reverse().ToArray();
        return new(
            [.. container.Where(block => block != choices && !feedback.Contains(block))],
            [.. (choices?.OfType<ListItemBlock>() ?? []).Select(item => new ChoiceParts(
                item,
                Mark(item) is not null,
                Mark(item)?.Checked is true,
                [.. item.Where(block => block is not QuoteBlock)],
                [.. item.OfType<QuoteBlock>().SelectMany(quote => quote)]))],
            [.. feedback.OfType<QuoteBlock>().SelectMany(quote => quote)]);
    }

    private static TaskList? Mark(ListItemBlock item) => (item.FirstOrDefault() as ParagraphBlock)?.Inline?.FirstChild as TaskList;
}
