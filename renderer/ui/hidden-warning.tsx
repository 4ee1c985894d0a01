import { EyeOff } from 'lucide-react'
import { useMemo } from 'react'
import { hiddenSummary } from './hidden-summary.ts'
import { revealHidden } from './reveal-hidden.ts'

/** Says that a text below hides something. Nothing at all when it does not. */
export function HiddenWarning({ text }: { readonly text: string }) {
  const summary = useMemo(() => hiddenSummary(revealHidden(text)), [text])
  if (summary === undefined) return null
  return (
    <p role="note" className="flex gap-2 rounded-lg bg-warning-soft px-3 py-2 text-sm text-warning">
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      {summary}
    </p>
  )
}
