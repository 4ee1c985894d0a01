import { HiddenWarning } from '../../ui/hidden-warning.tsx'
import { ScrollArea } from '../../ui/scroll-area.tsx'
import { Markdown } from '../markdown/markdown.tsx'

/** A written text as it is to be read, in a frame of its own: it is not part of the answer. */
export function MarkdownDisplay({ text }: { readonly text: string }) {
  return (
    <div className="space-y-2">
      <HiddenWarning text={text} />
      <ScrollArea label="What was written" className="max-h-120 rounded-lg border border-line bg-surface px-5 py-4">
        <Markdown text={text} />
      </ScrollArea>
    </div>
  )
}
