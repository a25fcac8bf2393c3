using LastTrainHome.Content.Checks;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace LastTrainHome.Content.Markdown.Care;

/// <summary>A passage behind a content note, which readers open if they want to.</summary>
internal sealed class CareContainer : ContainerFeature
{
    public override string Name => "care";

    public override string Example => "::: care {note=\"…\"}";

    public override void Check(PageChecker checker, CustomContainer container, Container header, PagePart part)
    {
        if (header.IsReadable && header["note"] is not { Length: > 0 })
            checker.Report(container.Span.Start, "CONT004", "A content note says what it is about: ::: care {note=\"Family violence\"}.");
        checker.CheckBlocks(container, part);
    }

    public override void Render(PageRenderer page, HtmlRenderer to, CustomContainer container, Container header)
    {
        to.Write("<details class=\"care\">\n<summary>Content note: ").WriteEscape(header["note"] ?? "").Write("</summary>\n");
        to.WriteChildren(container);
        to.EnsureLine();
        to.Write("</details>\n");
    }
}
