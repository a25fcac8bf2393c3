using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>What somebody works with: a finger, or the keyboard alone.</summary>
internal abstract class Hands
{
    /// <summary>Follows a link, presses a button, unfolds what is folded.</summary>
    public abstract Task PressAsync(ILocator shown);

    /// <summary>Writes into a field.</summary>
    public abstract Task WriteAsync(ILocator field, string words);

    /// <summary>Chooses from the system's own list.</summary>
    public abstract Task ChooseAsync(ILocator list, string words);

    /// <summary>A finger.</summary>
    public sealed class Touching : Hands
    {
        public override Task PressAsync(ILocator shown) => shown.TapAsync();

        public override async Task WriteAsync(ILocator field, string words)
        {
            await field.TapAsync();
            await field.Page.Keyboard.InsertTextAsync(words);
        }

        public override Task ChooseAsync(ILocator list, string words) => list.SelectOptionAsync(words);
    }

    /// <summary>The keyboard alone: Tab until the focus is there, and the focus is always to be seen.</summary>
    public sealed class Typing : Hands
    {
        private const int MostStops = 300;

        private const string IsFocused = "shown => shown === document.activeElement";

        // A ring, or a line that focus alone draws; and the thing itself on the screen, with nothing over its middle.
        private const string IsSeen = """
            shown => {
              const style = getComputedStyle(shown);
              const box = shown.getClientRects()[0];
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 8) / 2);
              return shown.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && (shown.contains(top) || top?.contains(shown));
            }
            """;

        public override async Task PressAsync(ILocator shown)
        {
            await ReachAsync(shown);
            await shown.Page.Keyboard.PressAsync("Enter");
        }

        public override async Task WriteAsync(ILocator field, string words)
        {
            await ReachAsync(field);
            await field.Page.Keyboard.TypeAsync(words);
        }

        public override async Task ChooseAsync(ILocator list, string words)
        {
            await ReachAsync(list);
            await list.Page.Keyboard.TypeAsync(words);
            await Assertions.Expect(list).ToHaveValueAsync(words);
        }

        private static async Task ReachAsync(ILocator shown)
        {
            await shown.WaitForAsync();
            for (var stops = 0; !await shown.EvaluateAsync<bool>(IsFocused); stops++)
            {
                Assert.True(stops < MostStops, $"No way by Tab to: {shown}");
                await shown.Page.Keyboard.PressAsync("Tab");
            }

            await Until.TrueAsync(() => shown.EvaluateAsync<bool>(IsSeen)); // the page may still be on its way there
        }
    }
}
