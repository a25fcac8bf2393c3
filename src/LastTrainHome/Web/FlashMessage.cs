using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LastTrainHome.Web;

/// <summary>What the page after a form says once, shown by <c>_Flash</c>.</summary>
/// <param name="IsRefusal">Whether it says why something was not done.</param>
public sealed record FlashMessage(string Text, bool IsRefusal)
{
    private const string Key = "flash";

    public static FlashMessage Done(string text) => new(text, IsRefusal: false);

    public static FlashMessage Refused(string text) => new(text, IsRefusal: true);

    /// <summary>Takes the message that was left for this page; null where there is none. It is gone then.</summary>
    public static FlashMessage? Take(ITempDataDictionary data) => data[Key] is string kept ? new(kept[1..], kept[0] == '!') : null;

    /// <summary>Leaves the message for the next page.</summary>
    public void Leave(ITempDataDictionary data) => data[Key] = (IsRefusal ? '!' : '.') + Text;
}

/// <summary>Messages from one page to the next.</summary>
public static class FlashMessages
{
    /// <summary>Leaves a message for the next page.</summary>
    public static void Flash(this PageModel page, FlashMessage message) => message.Leave(page.TempData);
}
