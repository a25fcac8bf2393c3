using LastTrainHome.Content.Syntax;
using LastTrainHome.Content.Tables;
using LastTrainHome.Library;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content;

internal sealed partial class Proofreader
{
    private void ReadNumber(LinkInline link, Manuscript target, StatisticTable table, string fragment, int at)
    {
        var words = Flat.Of(link).Text;
        var cell = table.Cell(fragment);
        var (from, to) = cell is null && fragment.Split("..") is [var first, var last] ? (first, table.Cell(last)) : (null, cell);
        if (to is null)
        {
            Report(at, "LINK002", $"'#{fragment}' leads to no cell of '{target.Path}'{Spelling.DidYouMean(fragment, table.Fragments)}");
            return;
        }

        new Reference($"{target.Kind.Address(target.Slug)}#{to.Fragment}", from is null ? "number" : "number change").Stamp(link);
        Bindings.Add(new(link, target.Key, to.Row, to.Column, from, words, Themes));
    }

    private void ReadNaked(Flat flat)
    {
        if (flat.Text == "\0")
            Report(0, "", "");
    }
}
