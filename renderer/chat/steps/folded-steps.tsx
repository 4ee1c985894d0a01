import { ChevronRight, Eye } from 'lucide-react'
import { useId } from 'react'
import type { RunId } from '../../../shared/ids.ts'
import type { RunState } from '../../../shared/run-events.ts'
import { setStepOpen, useOpenSteps } from '../../state/open-steps.ts'
import { useRuns } from '../../state/runs.ts'
import { classNames } from '../../ui/class-names.ts'
import { RevealedText } from '../../ui/revealed-text.tsx'
import { MessageBlock } from '../message-block.tsx'
import type { BlockPlace, Fold } from './fold-steps.ts'
import { foldWords } from './fold-words.ts'

/** Steps that only looked something up, as one quiet line; behind a click each as it is. */
export function FoldedSteps({ runId, fold }: { readonly runId: RunId; readonly fold: Fold }) {
  const words = useRuns(({ byId }) => (byId[runId] === undefined ? '' : foldWords(byId[runId], fold)))
  const name = `${runId} ${fold.first.messageId} ${fold.first.at}`
  const chosen = useOpenSteps((open) => open[name])
  // A step that was being read when it moved in here stays open, and with it the line.
  const isRead = useRuns(({ byId }) => toolUseIds(byId[runId], fold)).split(' ')
  const isAnyRead = useOpenSteps((open) => isRead.some((id) => open[id] === true))
  const isOpen = chosen ?? isAnyRead
  const id = useId()
  return (
    <div className="text-sm">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setStepOpen(name, !isOpen)}
        className="-ml-1.5 flex max-w-full items-center gap-2 rounded-lg px-1.5 py-1 text-left text-muted transition-colors hover:bg-hover hover:text-ink"
      >
        <Eye aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 truncate tabular-nums">
          <RevealedText text={words} isOneLine />
        </span>
        <ChevronRight
          aria-hidden
          className={classNames('size-3.5 shrink-0 transition-transform', isOpen && 'rotate-90')}
        />
      </button>
      {isOpen && (
        <div id={id} className="mt-2 ml-2 flex flex-col gap-3 border-l-2 border-line pl-4">
          {fold.blocks.map((place) => (
            <FoldedBlock key={`${place.messageId} ${place.at}`} runId={runId} place={place} />
          ))}
        </div>
      )}
    </div>
  )
}

function FoldedBlock({ runId, place }: { readonly runId: RunId; readonly place: BlockPlace }) {
  const { messageId, at } = place
  const block = useRuns(({ byId }) => blockAt(byId[runId], place))
  return block !== undefined && <MessageBlock id={`${messageId} ${at}`} runId={runId} block={block} isGrowing={false} />
}

function blockAt(run: RunState | undefined, { messageId, at }: BlockPlace) {
  return run?.messages.find(({ id }) => id === messageId)?.content[at]
}

/** As one text, so that a selector gives an equal value for equal steps. */
function toolUseIds(run: RunState | undefined, { blocks }: Fold): string {
  return blocks
    .flatMap((place) => {
      const block = blockAt(run, place)
      return block?.type === 'tool-use' ? [block.toolUseId] : []
    })
    .join(' ')
}
