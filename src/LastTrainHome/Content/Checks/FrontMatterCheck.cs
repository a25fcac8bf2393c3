using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Checks;

/// <summary>Checks what front matter and a statistic's table name: themes, chapters, sources, cells, pages and questions to assign.</summary>
internal static class FrontMatterCheck
{
    public static void Check(PageChecker checker)
    {
        var fields = checker.Page.Fields;
        void At(int line, int column, string code, string message) => checker.Problems.Add(new(checker.Page.Path, line, column, code, message));

        foreach (var word in fields.Words("themes"))
            checker.CheckName(PageKind.Theme, word.Text, "theme", "REF001", (code, message) => Report(checker, word, code, message));
        if (checker.Page.Kind == PageKind.Claim && fields.Find("section") is Word section)
            checker.CheckName(PageKind.Section, section.Text, "chapter", "REF002", (code, message) => Report(checker, section, code, message));
        foreach (var word in fields.Words("sources"))
            CheckSource(checker, word);
        if (fields.Find("review") is Pairs review)
            foreach (var word in Fields.Read(review, Keys.Review, At).Words("source"))
                CheckSource(checker, word);
        if (fields.Find("watch") is Many watch)
            foreach (var item in watch.Items.OfType<Pairs>())
                if (Fields.Read(item, Keys.Watch, At).Find("url") is Word url
                    && !url.Text.StartsWith("https://", StringComparison.Ordinal) && !url.Text.StartsWith("http://", StringComparison.Ordinal))
                    Report(checker, url, "LINK004", "An address here begins with https:// or http://.");
        if (checker.Page.Kind == PageKind.Claim)
            foreach (var word in fields.Words("statistics"))
                CheckCell(checker, word);
        if (checker.Page.Kind == PageKind.Lesson)
            foreach (var word in fields.Words("assign"))
                CheckAssignable(checker, word);
        foreach (var (key, offset) in checker.Page.Statistic?.Mentions ?? [])
            if (!checker.Symbols.Sources.ContainsKey(key))
                checker.Problems.Add(checker.Page.Source.Problem(offset, "REF003", $"There is no source '{key}' in sources.json{Spelling.DidYouMean(key, checker.Symbols.Sources.Keys)}"));
    }

    private static void CheckSource(PageChecker checker, Word word)
    {
        if (!checker.Symbols.Sources.ContainsKey(word.Text))
            Report(checker, word, "REF003", $"There is no source '{word.Text}' in sources.json{Spelling.DidYouMean(word.Text, checker.Symbols.Sources.Keys)}");
    }

    private static void CheckCell(PageChecker checker, Word word)
    {
        var (slug, fragment) = word.Text.Split('#') is [var name, var rest] ? (name, (string?)rest) : (word.Text, null);
        checker.CheckName(PageKind.Statistic, slug, "statistic", "REF005", (code, message) => Report(checker, word, code, message));
        if (fragment is not null && checker.Symbols.AtKey(PageKind.Statistic.Key(slug))?.Statistic is { } table && table.Cell(fragment) is null && !table.Rows.Contains(fragment))
            Report(checker, word, "REF005", $"'{slug}' has no cell '{fragment}'{Spelling.DidYouMean(fragment, table.Fragments)}");
    }

    private static void CheckAssignable(PageChecker checker, Word word)
    {
        var slash = word.Text.IndexOf('/', StringComparison.Ordinal);
        var (folder, slug) = (word.Text[..slash], word.Text[(slash + 1)..]);
        if (folder == "questions")
        {
            if (checker.Symbols.WithQuestion(slug) is not { } asking)
                Report(checker, word, "REF006", $"There is no question '{slug}'{Spelling.DidYouMean(slug, checker.Symbols.Questions)}");
            else if (asking.IsDraft && !checker.Page.IsDraft)
                Report(checker, word, "LINK005", $"The question '{slug}' stands in a draft. Publish it first, or leave it out here.");
        }
        else if (checker.Symbols.AtKey(word.Text) is not { } target)
        {
            var known = checker.Symbols.Slugs.SelectMany(of => of.Select(name => of.Key.Key(name)));
            Report(checker, word, "REF006", $"There is no page '{word.Text}'{Spelling.DidYouMean(word.Text, known)}");
        }
        else if (target.IsDraft && !checker.Page.IsDraft)
        {
            Report(checker, word, "LINK005", $"'{word.Text}' is a draft. Publish it first, or leave it out here.");
        }
    }

    private static void Report(PageChecker checker, Word word, string code, string message) =>
        checker.Problems.Add(new(checker.Page.Path, word.Line, word.Column, code, message));
}
