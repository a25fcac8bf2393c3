using LastTrainHome.Library;

namespace LastTrainHome.Editions;

/// <summary>A page with the number and position it had in one edition. Unchanged pages are shared between editions, and the next edition
/// may number them anew.</summary>
public readonly record struct NumberedPage(Page Page, int Number, int Position)
{
    public NumberedPage(Page page) : this(page, page.Number, page.Position)
    {
    }
}
