import { useMemo } from 'react'
import { classNames } from './class-names.ts'
import { revealHidden, type RevealedPart } from './reveal-hidden.ts'

/**
 * Text somebody else wrote, with everything invisible in it drawn. Wraps, so that nothing is cut off; `isOneLine` is for
 * names and titles that stand whole elsewhere.
 */
export function RevealedText({
  text,
  isOneLine = false,
  className,
}: {
  readonly text: string
  readonly isOneLine?: boolean
  readonly className?: string
}) {
  const parts = useMemo(() => revealHidden(text), [text])
  return (
    // Isolated and left to right: what is inside cannot reorder what stands around it.
    <bdi
      dir="ltr"
      className={classNames(isOneLine ? 'whitespace-nowrap' : 'wrap-anywhere whitespace-pre-wrap', className)}
    >
      {parts.map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </bdi>
  )
}

function Part({ part }: { readonly part: RevealedPart }) {
  switch (part.kind) {
    case 'plain':
      return part.text
    case 'blank':
      return (
        <span title={part.name} className="text-line-strong opacity-70">
          {part.shown}
        </span>
      )
    case 'hidden':
      return (
        <mark
          title={part.name}
          className="mx-px rounded bg-danger-soft px-1 font-mono text-[0.9em] text-danger ring-1 ring-danger/40 ring-inset"
        >
          {part.shown}
        </mark>
      )
    case 'lookalike':
      return (
        <mark
          title={part.name}
          className="rounded-sm bg-warning-soft text-warning underline decoration-wavy underline-offset-2"
        >
          {part.shown}
        </mark>
      )
  }
}
