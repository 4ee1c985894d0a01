import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { ModelCall } from '../../shared/run-events.ts'
import { promptTokens } from '../../shared/usage.ts'
import { classNames } from '../ui/class-names.ts'
import { formatCount, formatPercent, formatSignedDollars } from '../ui/format.ts'
import { hitRate } from './cache-metrics.ts'
import { CallDetails } from './call-details.tsx'
import { describeMiss } from './describe-miss.ts'

/** One model call: its tokens, how much of what could be read was, and in a line below why not all of it. */
export function CallRow({
  call,
  number,
  columns,
}: {
  readonly call: ModelCall
  readonly number: number
  readonly columns: number
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { usage, cache, purpose } = call
  const rate = cache === undefined || usage === null ? null : hitRate(usage.cacheReadTokens, cache.cacheableTokens)
  const remark = remarkOn(call)
  const name = purpose === undefined ? String(number) : `${number} ${purposes[purpose]}`
  return (
    <tbody className="border-t border-line tabular-nums">
      <tr>
        <th scope="row" className="py-1 font-normal whitespace-nowrap">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={`Details of call ${name}`}
            onClick={() => setOpen(!isOpen)}
            className="-ml-1 inline-flex items-center gap-0.5 rounded px-1 py-0.5 hover:bg-hover"
          >
            <ChevronRight aria-hidden className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')} />
            {name}
          </button>
        </th>
        <Cell>{usage === null ? '–' : formatCount(usage.inputTokens)}</Cell>
        <Cell>{usage === null ? '–' : formatCount(usage.cacheReadTokens)}</Cell>
        <Cell>{usage === null ? '–' : formatCount(usage.cacheWriteTokens)}</Cell>
        <Cell>{rate === null ? '–' : formatPercent(rate)}</Cell>
        <Cell>{cache === undefined || cache.savedUsd === null ? '–' : formatSignedDollars(cache.savedUsd)}</Cell>
      </tr>
      {remark !== undefined && (
        <tr>
          <td colSpan={columns} className="pb-1.5 pl-4.5 text-muted">
            {remark}
          </td>
        </tr>
      )}
      {isOpen && (
        <tr id={id}>
          <td colSpan={columns} className="pb-2.5 pl-4.5">
            <CallDetails call={call} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function remarkOn({ usage, cache }: ModelCall): string | undefined {
  if (usage === null) return 'It ended before its tokens were counted.'
  if (promptTokens(usage) === 0) return 'The service refused it, and bills nothing for it.'
  return cache === undefined || cache.miss === null ? undefined : describeMiss(cache.miss)
}

const purposes: Readonly<Record<NonNullable<ModelCall['purpose']>, string>> = {
  compaction: '(summary)',
  'self-check': '(check)',
  priming: '(cache)',
}

function Cell({ children }: { readonly children: string }) {
  return <td className="py-1 pl-2 text-right whitespace-nowrap">{children}</td>
}
