import { ScrollArea } from './scroll-area.tsx'
import { RevealedText } from './revealed-text.tsx'
import { classNames } from './class-names.ts'

/** A text in monospace that scrolls inside its own frame, hidden characters drawn. */
export function CodeBox({
  label,
  text,
  className,
}: {
  /** What the text is, for screen readers. */
  readonly label: string
  readonly text: string
  readonly className?: string
}) {
  return (
    <ScrollArea
      label={label}
      className={classNames(
        'max-h-80 rounded-lg border border-line bg-sunken px-3.5 py-2.5 font-mono text-[13px] leading-relaxed',
        className,
      )}
    >
      <RevealedText text={text} />
    </ScrollArea>
  )
}
