using System.Collections.Concurrent;
using LastTrainHome.Content.Markdown.Citations;
using LastTrainHome.Content.Markdown.Links;
using LastTrainHome.Content.Markdown.PlainNumbers;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace LastTrainHome.Content.Markdown;

/// <summary>Writes the study's Markdown as HTML.</summary>
internal sealed class StudyRenderer : HtmlRenderer
{
    private StudyRenderer(IReadOnlyDictionary<string, Source> sources, string language, string writtenIn)
        : base(new StringWriter { NewLine = "\n" })
    {
        StudyMarkdown.Pipeline.Setup(this);
        ObjectRenderers.Replace<LinkInlineRenderer>(new ReferenceRenderer(writtenIn));
        ObjectRenderers.Replace<HtmlTableRenderer>(new TableRenderer());
        ObjectRenderers.Replace<LiteralInlineRenderer>(new LiteralRenderer(language, writtenIn));
        ObjectRenderers.Insert(0, new SentenceStartRenderer());
        ObjectRenderers.Insert(0, new SentenceEndRenderer());
        ObjectRenderers.Insert(0, new CitationRenderer(sources));
        ObjectRenderers.Insert(0, new PlainRenderer());
        ObjectRenderers.Insert(0, new ContainerRenderer());
    }

    /// <summary>Writes a container; without it, what is inside is written.</summary>
    public Action<HtmlRenderer, CustomContainer>? Container { get; set; }

    /// <summary>A document as HTML, for a study without sources whose film speaks its own language.</summary>
    public static string Write(MarkdownDocument document) =>
        new Pool(new Dictionary<string, Source>(), "und", "und").Write(renderer => renderer.Render(document));

    /// <summary>Renderers to use again: making one costs more than a page.</summary>
    internal sealed class Pool(IReadOnlyDictionary<string, Source> sources, string language, string writtenIn)
    {
        private readonly ConcurrentBag<StudyRenderer> idle = [];

        public string Write(Action<StudyRenderer> write)
        {
            if (!idle.TryTake(out var renderer))
                renderer = new(sources, language, writtenIn);
            renderer.Reset();
            renderer.Container = null;
            write(renderer);
            var text = ((StringWriter)renderer.Writer).GetStringBuilder();
            var written = text.ToString();
            text.Clear();
            idle.Add(renderer);
            return written;
        }
    }

    private sealed class ContainerRenderer : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            if (renderer is StudyRenderer { Container: { } write })
                write(renderer, container);
            else
                renderer.WriteChildren(container);
        }
    }
}
