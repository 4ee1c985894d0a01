import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { RunId } from '../../shared/ids.ts'
import { useRuns } from '../state/runs.ts'
import { Button } from '../ui/button.tsx'
import { chatRows, readRows, rowKey, writeRows, type ChatRow } from './chat-rows.ts'
import { CompactionDivider } from './compaction-divider.tsx'
import { MessageRow } from './message-row.tsx'
import { RunEnding } from './run-ending.tsx'
import { RunNoteLine } from './run-note-line.tsx'
import type { Fold } from './steps/fold-steps.ts'
import { usePinnedToEnd } from './use-pinned-to-end.ts'

/**
 * A conversation's messages, only those in sight rendered. It stays at the end while an answer grows, until the person
 * scrolls up; then it stays where they read, and a button leads back.
 */
export function MessageList({ runIds }: { readonly runIds: readonly RunId[] }) {
  // As one text, so that the list is a new one only when it differs.
  const written = useRuns(({ byId }) => writeRows(chatRows(runIds, byId)))
  const rows = useMemo(() => readRows(written), [written])
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)

  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not in use, and nothing here is memoised
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rowKey(rows[index]) ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'message' ? 160 : 56),
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 24,
  })

  const { isPinned, pin } = usePinnedToEnd(scroller, content)

  // The person's own new message is always brought into sight, wherever they were reading.
  const lastRunId = runIds.at(-1)
  const pinNow = useEffectEvent(pin)
  useEffect(() => pinNow(), [lastRunId])

  return (
    <div className="relative min-h-0 flex-1">
      <section ref={scroller} tabIndex={0} aria-label="Messages" className="h-full overflow-y-auto overscroll-contain">
        <div ref={content} className="relative w-full" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return (
              row !== undefined && (
                <div
                  key={item.key}
                  ref={list.measureElement}
                  data-index={item.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <div className="mx-auto w-full max-w-3xl px-6">
                    <Row row={row} />
                  </div>
                </div>
              )
            )
          })}
        </div>
      </section>
      {!isPinned && (
        <Button
          size="small"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full! shadow-raised"
          onClick={pin}
        >
          <ArrowDown aria-hidden /> Jump to latest
        </Button>
      )}
    </div>
  )
}

const noFolds: readonly Fold[] = []

function Row({ row }: { readonly row: ChatRow }) {
  switch (row.kind) {
    case 'message':
      return <MessageRow runId={row.runId} messageId={row.messageId} folds={row.folds ?? noFolds} />
    case 'note':
      return <RunNoteLine runId={row.runId} at={row.at} />
    case 'compaction':
      return <CompactionDivider runId={row.runId} at={row.at} />
    case 'ending':
      return <RunEnding runId={row.runId} isLast={row.isLast} />
  }
}
