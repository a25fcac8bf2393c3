using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Markdown.Care;
using LastTrainHome.Content.Markdown.Perspectives;
using LastTrainHome.Content.Markdown.Questions;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;

namespace LastTrainHome.Content.Markdown;

/// <summary>A kind of <c>:::</c> container: how it is checked and how it is rendered. A new one is a folder with a class like this, and a line in <see cref="All"/>.</summary>
internal abstract class ContainerFeature
{
    private static readonly IReadOnlyList<ContainerFeature> All = [new QuestionContainer(), new CareContainer(), new PerspectiveContainer()];

    /// <summary>The names editors write.</summary>
    public static IEnumerable<string> Names => All.Select(feature => feature.Name);

    /// <summary>How each is written, as one phrase.</summary>
    public static string Examples => $"{string.Join(", ", All.SkipLast(1).Select(feature => feature.Example))} or {All[^1].Example}";

    /// <summary>The word after <c>:::</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its first line, as an example.</summary>
    public abstract string Example { get; }

    /// <summary>The feature with a name, or null.</summary>
    public static ContainerFeature? Named(string name) => All.FirstOrDefault(feature => feature.Name == name);

    /// <summary>Checks one container and what is in it.</summary>
    public abstract void Check(PageChecker checker, CustomContainer container, Container header, PagePart part);

    /// <summary>Writes one container.</summary>
    public abstract void Render(PageRenderer page, HtmlRenderer to, CustomContainer container, Container header);
}
