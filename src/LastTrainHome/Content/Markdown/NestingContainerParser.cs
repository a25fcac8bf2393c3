using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace LastTrainHome.Content.Markdown;

/// <summary>Containers that nest as in Pandoc: a bare fence closes the innermost one that is open.</summary>
internal sealed class NestingContainerParser : CustomContainerParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        // IsOpen says nothing here: Markdig clears it before it asks. A fence not yet closed has no closing characters.
        for (var inner = (block as ContainerBlock)?.LastChild; inner is not null; inner = (inner as ContainerBlock)?.LastChild)
        {
            if (inner is not IFencedBlock { ClosingFencedCharCount: 0 })
                continue;
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        return base.TryContinue(processor, block);
    }
}
