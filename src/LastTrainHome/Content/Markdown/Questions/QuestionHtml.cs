using LastTrainHome.Library;
using Markdig.Renderers;

namespace LastTrainHome.Content.Markdown.Questions;

/// <summary>How a question stands in the text: what is asked, the choices, and behind one click the answer.</summary>
internal static class QuestionHtml
{
    public static void Write(HtmlRenderer to, Question question)
    {
        var anchor = QuestionContainer.Anchor(question.Id);
        to.Write($"<section class=\"question\" id=\"{anchor}\" aria-labelledby=\"{anchor}-prompt\">\n<p class=\"label\">{Label(question.Form)}</p>\n<div class=\"prompt\" id=\"{anchor}-prompt\">");
        to.Write(question.PromptHtml).Write("</div>\n");
        if (question.Choices.Count > 0)
        {
            to.Write("<ol class=\"choices\">\n");
            foreach (var choice in question.Choices)
                to.Write("<li>").Write(choice.Html).Write("</li>\n");
            to.Write("</ol>\n");
        }

        if (question.Choices.Count > 0 || question.FeedbackHtml is not null)
        {
            to.Write("<details class=\"answer\">\n<summary>").Write(question.Form == QuestionForm.Open ? "What to think about" : "Check your answer").Write("</summary>\n");
            if (question.Choices.Count > 0)
            {
                to.Write("<ol>\n");
                foreach (var choice in question.Choices)
                {
                    to.Write(choice.IsRight ? "<li class=\"right\"><p class=\"verdict\">Right</p>" : "<li class=\"wrong\"><p class=\"verdict\">Not this one</p>");
                    to.Write("<div>").Write(choice.Html).Write("</div>");
                    if (choice.FeedbackHtml is not null)
                        to.Write("<div class=\"feedback\">").Write(choice.FeedbackHtml).Write("</div>");
                    to.Write("</li>\n");
                }

                to.Write("</ol>\n");
            }

            if (question.FeedbackHtml is not null)
                to.Write("<div class=\"feedback\">").Write(question.FeedbackHtml).Write("</div>\n");
            to.Write("</details>\n");
        }

        to.Write("</section>\n");
    }

    private static string Label(QuestionForm form) => form switch
    {
        QuestionForm.ChooseOne => "Question: choose one",
        QuestionForm.ChooseAll => "Question: choose all that are right",
        _ => "Question",
    };
}
