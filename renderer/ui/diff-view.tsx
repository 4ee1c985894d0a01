import { useMemo, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { diffLines, type DiffLine } from './diff-lines.ts'
import { formatCount } from './format.ts'
import { RevealedText } from './revealed-text.tsx'
import { ScrollArea } from './scroll-area.tsx'

/** What changes in a file, hidden characters drawn. Long ones open in steps, so that the page stays quick. */
export function DiffView({
  path,
  before,
  after,
  className,
}: {
  readonly path: string
  /** null for a new file. */
  readonly before: string | null
  readonly after: string
  readonly className?: string
}) {
  const diff = useMemo(() => diffLines(before, after), [before, after])
  const [shown, setShown] = useState(linesAtOnce)
  const rest = diff.lines.length - shown
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <div className="flex items-center gap-3 border-b border-line bg-sunken px-3.5 py-2 text-xs">
        <RevealedText text={path} className="min-w-0 flex-1 font-mono" />
        {before === null && <span className="text-muted">new file</span>}
        <span className="font-medium text-success tabular-nums">+{formatCount(diff.added)}</span>
        <span className="font-medium text-danger tabular-nums">−{formatCount(diff.removed)}</span>
      </div>
      <ScrollArea label={`Changes to ${path}`} className={classNames('max-h-96', className)}>
        {diff.lines.length === 0 && <p className="px-3.5 py-3 text-sm text-muted">Nothing changes in this file.</p>}
        <div className="min-w-full py-1 font-mono text-[12.5px] leading-5">
          {diff.lines.slice(0, shown).map((line, at) => (
            <Line key={at} line={line} />
          ))}
        </div>
        {rest > 0 && (
          <Button size="small" className="m-2" onClick={() => setShown(shown + 10 * linesAtOnce)}>
            Show {formatCount(Math.min(rest, 10 * linesAtOnce))} more lines
          </Button>
        )}
      </ScrollArea>
    </div>
  )
}

const linesAtOnce = 500

function Line({ line }: { readonly line: DiffLine }) {
  if (line.kind === 'fold') {
    return (
      <div className="my-1 bg-sunken px-3.5 py-0.5 font-sans text-xs text-muted">
        {line.lines === 1 ? '1 unchanged line' : `${formatCount(line.lines)} unchanged lines`}
      </div>
    )
  }
  if (line.kind === 'note') return <div className="px-3.5 font-sans text-xs text-muted">{line.text}</div>
  return (
    <div className={classNames('flex', background[line.kind])}>
      <span aria-hidden className="w-11 shrink-0 pr-2 text-right text-muted tabular-nums select-none">
        {line.kind === 'removed' ? line.before : line.after}
      </span>
      <span className={classNames('w-4 shrink-0 select-none', colour[line.kind])}>
        <span aria-hidden>{sign[line.kind]}</span>
        <span className="sr-only">{spoken[line.kind]}</span>
      </span>
      <RevealedText text={line.text} className="min-w-0 flex-1 pr-3" />
    </div>
  )
}

const sign = { added: '+', removed: '−', same: ' ' }
const spoken = { added: 'added: ', removed: 'removed: ', same: '' }
const background = { added: 'bg-success-soft', removed: 'bg-danger-soft', same: undefined }
const colour = { added: 'text-success', removed: 'text-danger', same: undefined }
