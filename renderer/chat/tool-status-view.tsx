import { Ban, Check, CircleAlert, Hand, MinusCircle, type LucideIcon } from 'lucide-react'
import type { ToolCall } from '../../shared/run-events.ts'
import { classNames } from '../ui/class-names.ts'
import { formatDuration } from '../ui/format.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useNow } from '../ui/use-now.ts'
import { toolStatus, type ToolStatus } from './tool-status.ts'

/** The end of a card's first line: a sign and a word, never colour alone. */
export function ToolStatusView({ state, isLive }: { readonly state: ToolCall['state']; readonly isLive: boolean }) {
  const { tone, words } = toolStatus(state, isLive)
  const Icon = icons[tone]
  return (
    <span className={classNames('flex max-w-[50%] shrink-0 items-center gap-1.5 text-xs tabular-nums', colours[tone])}>
      {Icon === null ? <Spinner size={14} /> : <Icon aria-hidden className="size-3.5 shrink-0" />}
      {tone === 'success' && <span className="sr-only">Done in</span>}
      <span className="truncate">{words}</span>
      {isLive && state.kind === 'running' && <Elapsed startedAt={state.startedAt} />}
    </span>
  )
}

/** Silent in the first second: most tools are done by then, and a number that flashes is noise. */
function Elapsed({ startedAt }: { readonly startedAt: number }) {
  const elapsedMs = useNow(1000) - startedAt
  return elapsedMs < 1000 ? null : <span>· {formatDuration(Math.floor(elapsedMs / 1000) * 1000)}</span>
}

const icons: Readonly<Record<ToolStatus['tone'], LucideIcon | null>> = {
  busy: null,
  asking: Hand,
  success: Check,
  danger: CircleAlert,
  warning: Ban,
  neutral: MinusCircle,
}

const colours: Readonly<Record<ToolStatus['tone'], string>> = {
  busy: 'text-muted',
  asking: 'text-warning',
  success: 'text-success',
  danger: 'text-danger',
  warning: 'text-warning',
  neutral: 'text-muted',
}
