using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace LastTrainHome.Content.Markdown;

/// <summary>Writes tables that scroll by themselves on a narrow screen. Alignment is a class: a style attribute would break the content security policy.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{Label(table)}\">\n<table>\n");
        var inBody = false;
        foreach (var row in table.OfType<TableRow>())
        {
            if (!row.IsHeader && !inBody)
                renderer.Write("<tbody>\n");
            inBody |= !row.IsHeader;
            renderer.Write(row.IsHeader ? "<thead>\n<tr>\n" : "<tr>\n");
            foreach (var (cell, place) in row.OfType<TableCell>().Select((cell, place) => (cell, place)))
                Write(renderer, cell, row.IsHeader, place < table.ColumnDefinitions.Count ? table.ColumnDefinitions[place].Alignment : null);
            renderer.Write(row.IsHeader ? "</tr>\n</thead>\n" : "</tr>\n");
        }

        renderer.Write(inBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
    }

    // Several tables of a page are told apart by their number.
    private static string Label(Table table)
    {
        MarkdownObject page = table;
        while (page is Block { Parent: { } parent })
            page = parent;
        var all = page.Descendants<Table>().ToList();
        return all.Count > 1 ? $"Table {all.IndexOf(table) + 1}" : "Table";
    }

    private static void Write(HtmlRenderer renderer, TableCell cell, bool isHeader, TableColumnAlign? align)
    {
        var name = isHeader ? "th" : "td";
        renderer.Write($"<{name}").Write(isHeader ? " scope=\"col\"" : "").Write(align switch
        {
            TableColumnAlign.Right => " class=\"num\"",
            TableColumnAlign.Center => " class=\"mid\"",
            _ => "",
        }).Write(">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.Write(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.Write($"</{name}>\n");
    }
}
