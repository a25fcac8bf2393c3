using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Content.Markdown;
using LastTrainHome.Library;

namespace LastTrainHome.Content;

/// <summary>Makes the library's row of a page from its front matter and its rendered body.</summary>
internal static class PageFactory
{
    public static Page Make(SourcePage from, PageChecker checks, PageRenderer rendered, SymbolTable symbols)
    {
        var page = OfKind(from, symbols);
        page.Summary = from.Fields.Text("summary");
        page.Care = from.Fields.Text("care");
        page.Html = rendered.Html;
        page.Text = rendered.Text;
        page.Words = WordCount.Of(rendered.Text);
        page.SentenceStarts.AddRange(rendered.SentenceStarts);
        page.Headings.AddRange(rendered.Headings);
        page.Passages.AddRange(rendered.Passages);
        page.Questions.AddRange(rendered.Questions);
        page.Numbers.AddRange(rendered.Numbers);
        page.Links.AddRange(checks.Links.Select((link, place) => new Link { FromKey = page.Key, ToKey = link.Key, Times = link.Times, Position = place }));
        page.Citations.AddRange(Citations(from, checks));
        page.Aliases.AddRange(from.Fields.Texts("aliases").Select(alias => new Alias { Kind = page.Kind, Slug = alias, PageKey = page.Key }));
        return page;
    }

    private static Page OfKind(SourcePage from, SymbolTable symbols)
    {
        var fields = from.Fields;
        var (key, slug, title, file) = (from.Key, from.Slug, from.Title, from.Path);
        var (original, romanization) = (fields.Text("original"), fields.Text("romanization"));
        switch (from.Kind)
        {
            case PageKind.Documentary:
                var review = Inner(fields.Find("review"), Keys.Review);
                return new Documentary
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Original = original,
                    Language = symbols.Language,
                    WrittenIn = symbols.WrittenIn,
                    Romanization = romanization,
                    Director = fields.Needed("director"),
                    Year = fields.Whole("year") ?? 0,
                    Runtime = fields.Text("runtime"),
                    ReviewTitle = review.Text("title"),
                    ReviewAuthors = review.Texts("authors"),
                    ReviewPublisher = review.Text("publisher"),
                    ReviewSourceKey = review.Text("source") is { } source ? PageKind.Source.Key(source) : null,
                    Watch = [.. ((fields.Find("watch") as Many)?.Items ?? []).Select(item => Inner(item, Keys.Watch)).Select((way, place) => new Watch
                    {
                        Position = place, Where = way.Needed("where"), Note = way.Text("note"), Url = way.Text("url"),
                    })],
                    Rights = fields.Needed("rights"),
                    Licence = fields.Text("licence"),
                };
            case PageKind.Theme:
                return new Theme
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Original = original,
                    Romanization = romanization,
                    Question = fields.Needed("question"),
                    Minutes = fields.Whole("minutes"),
                };
            case PageKind.Section:
                return new Section { Key = key, Slug = slug, Title = title, File = file };
            case PageKind.Statistic:
                var table = from.Statistic!;
                return new Statistic
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Shape = fields.Of<StatisticShape>("shape") ?? default,
                    Unit = fields.Needed("unit"),
                    Territory = fields.Needed("territory"),
                    Producer = fields.Needed("producer"),
                    Date = fields.Text("date"),
                    Series = table.Series,
                    Breaks = table.Breaks,
                    Observations = table.Observations,
                };
            case PageKind.Term:
                return new Term
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Original = original,
                    Variants = fields.Texts("variants"),
                    Romanization = romanization,
                    Language = fields.Text("language") ?? symbols.Language,
                    Gloss = fields.Needed("gloss"),
                };
            case PageKind.Person:
                return new Person
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Original = original,
                    Romanization = romanization,
                    Role = fields.Needed("role"),
                    Generation = fields.Text("generation"),
                };
            case PageKind.Place:
                return new Place
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    Original = original,
                    Romanization = romanization,
                    Sort = fields.Needed("kind"),
                    Latitude = fields.Degrees("latitude"),
                    Longitude = fields.Degrees("longitude"),
                };
            case PageKind.Event:
                return new Event { Key = key, Slug = slug, Title = title, File = file, Date = fields.Needed("date"), Sort = fields.Needed("kind") };
            case PageKind.Scene:
                return new Scene { Key = key, Slug = slug, Title = title, File = file, When = fields.Needed("when"), Time = fields.Text("time") };
            case PageKind.Claim:
                return new Claim
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    By = fields.Needed("by"),
                    SectionKey = PageKind.Section.Key(fields.Needed("section")),
                    Verdict = fields.Of<Verdict>("verdict") ?? default,
                    Statistics = [.. fields.Texts("statistics").Select((cell, place) => ClaimStatistic(key, cell, place, symbols))],
                };
            case PageKind.Lesson:
                return new Lesson
                {
                    Key = key,
                    Slug = slug,
                    Title = title,
                    File = file,
                    For = fields.Needed("for"),
                    Minutes = fields.Whole("minutes") ?? 0,
                    Assigns = fields.Texts("assign"),
                };
            default:
                throw new InvalidOperationException($"No file is a page of the kind {from.Kind}.");
        }
    }

    private static Fields Inner(Node? node, IReadOnlyList<Key> keys) => node is Pairs pairs ? Fields.Read(pairs, keys, (_, _, _, _) => { }) : Fields.Empty;

    private static ClaimStatistic ClaimStatistic(string claim, string cell, int place, SymbolTable symbols)
    {
        var parts = cell.Split('#');
        var statistic = PageKind.Statistic.Key(parts[0]);
        return new()
        {
            ClaimKey = claim,
            Position = place,
            StatisticKey = statistic,
            Fragment = parts.Length == 1 ? null : symbols.AtKey(statistic)?.Statistic?.Cell(parts[1])?.Fragment ?? parts[1],
        };
    }

    // First those cited in the text, then those that only front matter or a table names.
    private static IEnumerable<Citation> Citations(SourcePage from, PageChecker checks)
    {
        var cited = checks.Citations.Select(cited => (cited.Key, cited.Locator)).ToList();
        var named = from.Fields.Texts("sources").Concat(from.Statistic?.Mentions.Select(mention => mention.Key) ?? []).Distinct();
        cited.AddRange(named.Except(cited.Select(source => source.Key)).Select(key => (key, (string?)null)).ToArray());
        return cited.Select((source, place) => new Citation
        {
            PageKey = from.Key,
            SourceKey = PageKind.Source.Key(source.Key),
            Locator = source.Locator,
            Position = place,
        });
    }
}
