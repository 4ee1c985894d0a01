import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import type { RunId } from '../../../shared/ids.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import { valueOr } from '../../state/loaded.ts'
import { useConnection } from '../../state/connection.ts'
import { selectModelProblem, useModels } from '../../state/models.ts'
import { startRun, useRuns } from '../../state/runs.ts'
import { showFailure } from '../../state/toasts.ts'
import { useRunChoice } from '../../state/use-run-choice.ts'
import { classNames } from '../../ui/class-names.ts'
import { HiddenWarning } from '../../ui/hidden-warning.tsx'
import { RevealedText } from '../../ui/revealed-text.tsx'
import { composerBlock } from '../composer/composer-block.ts'
import { useActiveRun } from '../use-active-run.ts'
import { findReply } from './find-reply.ts'
import { isPlainLine } from './is-plain-line.ts'

type ChoicesData = Extract<ToolDisplay, { readonly kind: 'choices' }>

/**
 * Messages the person may send next. A press sends exactly what its button shows, as if it had been typed, and nothing
 * else; once another message follows, the buttons only tell which one it was.
 */
export function ChoicesDisplay({ runId, display }: { readonly runId: RunId; readonly display: ChoicesData }) {
  const { prompt, choices } = display
  const reply = useReply(runId)
  const { block, send } = useSend(runId)
  const [isSending, setSending] = useState(false)
  const id = useId()
  const choose = (text: string) => {
    setSending(true)
    send(text)
      .catch(showFailure)
      .finally(() => setSending(false))
  }
  return (
    <div role="group" aria-labelledby={id} className="space-y-3">
      <p id={id} className="text-sm font-medium">
        <RevealedText text={prompt} />
      </p>
      <HiddenWarning text={[prompt, ...choices].join('\n')} />
      <ul className="space-y-2">
        {choices.map((choice) => (
          <li key={choice}>
            <ChoiceButton
              choice={choice}
              isChosen={reply === choice}
              isBlocked={reply !== undefined || isSending || block(choice) !== undefined}
              onChoose={choose}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ChoiceButton({
  choice,
  isChosen,
  isBlocked,
  onChoose,
}: {
  readonly choice: string
  readonly isChosen: boolean
  readonly isBlocked: boolean
  readonly onChoose: (text: string) => void
}) {
  const chosenId = useId()
  // Stops a text that hides something from being sent: what is pressed is what was read.
  const isDisabled = isBlocked || !isPlainLine(choice)
  return (
    <button
      type="button"
      // Not `disabled`: the button just pressed keeps the focus, and can still be read.
      aria-disabled={isDisabled || undefined}
      aria-describedby={isChosen ? chosenId : undefined}
      data-chosen={isChosen || undefined}
      onClick={() => {
        if (!isDisabled) onChoose(choice)
      }}
      className={classNames(
        'flex w-full items-start gap-3 rounded-lg border px-3.5 py-2.5 text-left text-sm leading-5 transition-colors',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
        isDisabled ? 'cursor-default' : 'hover:border-line-strong hover:bg-hover/50',
        isDisabled && !isChosen && 'opacity-50',
      )}
    >
      <span className="min-w-0 flex-1">
        <RevealedText text={choice} />
      </span>
      {isChosen && (
        <span id={chosenId} aria-hidden className="flex shrink-0 items-center gap-1 text-xs font-medium text-accent">
          <Check className="size-4" /> You chose this
        </span>
      )}
    </button>
  )
}

function useReply(runId: RunId): string | undefined {
  return useRuns(({ byId, byConversation }) => {
    const runIds = valueOr(byConversation[byId[runId]?.conversationId ?? ''], [])
    return findReply(runId, { runIds, byId })
  })
}

/** Sends a text as the person's next message there. `block` says why that cannot be now, as the composer does. */
function useSend(runId: RunId) {
  const conversationId = useRuns(({ byId }) => byId[runId]?.conversationId) ?? null
  const connection = useConnection((state) => state.connection)
  const choice = useRunChoice(conversationId)
  const modelProblem = useModels(selectModelProblem(choice?.modelId))
  const isAnswering = useActiveRun(conversationId) !== undefined
  const isChoiceKnown = choice !== undefined && conversationId !== null
  return {
    block: (text: string) =>
      composerBlock({ connection, draft: { text, attachments: [] }, isChoiceKnown, isAnswering, modelProblem }),
    // Past the composer: what is half written there stays.
    send: async (text: string) => {
      if (choice !== undefined && conversationId !== null)
        await startRun({ conversationId, ...choice, text, attachments: [] })
    },
  }
}
