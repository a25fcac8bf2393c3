using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace LastTrainHome.Content.Markdown.Perspectives;

/// <summary>How one person sees it. Views that follow one another stand side by side where there is room.</summary>
internal sealed class PerspectiveContainer : ContainerFeature
{
    public override string Name => "perspective";

    public override string Example => "::: perspective {person=slug}";

    public override void Check(PageChecker checker, CustomContainer container, Container header, PagePart part)
    {
        if (header.IsReadable && header["person"] is null)
            checker.Report(container.Span.Start, "CONT004", "A perspective names its person: ::: perspective {person=slug}.");
        else if (header.IsReadable && header["person"] is { } person)
            checker.CheckName(PageKind.Person, person, "person", "REF004", (code, message) => checker.Report(checker.Page.OnFirstLine(container, person), code, message));
        checker.CheckBlocks(container, part);
    }

    public override void Render(PageRenderer page, HtmlRenderer to, CustomContainer container, Container header)
    {
        if (PersonOf(page, header) is not { } person)
        {
            to.WriteChildren(container);
            return;
        }

        var (isAfter, isBefore) = (StandsBeside(page, container, -1), StandsBeside(page, container, 1));
        if (isBefore && !isAfter)
            to.Write("<div class=\"perspectives\">\n");
        to.Write("<section class=\"perspective\">\n<p class=\"who\"><a class=\"person\" href=\"").WriteEscapeUrl(PageKind.Person.Address(person.Slug)).Write("\">")
            .WriteEscape(person.Title).Write("</a></p>\n");
        to.WriteChildren(container);
        to.EnsureLine();
        to.Write("</section>\n");
        if (isAfter && !isBefore)
            to.Write("</div>\n");
    }

    private static SourcePage? PersonOf(PageRenderer page, Container header) => page.Symbols.AtKey(PageKind.Person.Key(header["person"] ?? ""));

    private static bool StandsBeside(PageRenderer page, CustomContainer container, int step)
    {
        var around = container.Parent!;
        var place = around.IndexOf(container) + step;
        return place >= 0 && place < around.Count && around[place] is CustomContainer beside
            && Container.Of(beside) is { Name: "perspective" } header && PersonOf(page, header) is not null;
    }
}
