import { ArrowUpRight } from 'lucide-react'
import type { ConversationId } from '../../shared/ids.ts'
import { useConnection } from '../state/connection.ts'
import { selectModelProblem, useModels } from '../state/models.ts'
import { showFailure } from '../state/toasts.ts'
import type { RunChoice } from '../state/use-run-choice.ts'
import { sendMessage } from './send-message.ts'

/** Questions that work with the files that are open. A click asks one. */
export function SamplePrompts({
  prompts,
  conversationId,
  choice,
}: {
  readonly prompts: readonly string[]
  readonly conversationId: ConversationId | null
  readonly choice: RunChoice
}) {
  const isLost = useConnection((state) => state.connection === 'lost')
  const problem = useModels(selectModelProblem(choice.modelId))
  const ask = (text: string) => {
    sendMessage({ text, attachments: [] }, { conversationId, choice }).catch(showFailure)
  }
  if (prompts.length === 0) return null
  return (
    <section aria-label="Questions to start with" className="mt-6">
      <ul className="grid gap-2.5 sm:grid-cols-2">
        {prompts.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              disabled={isLost || problem !== undefined}
              onClick={() => ask(prompt)}
              className="group flex h-full w-full items-start gap-3 rounded-xl border border-line bg-surface px-4 py-3 text-left text-sm leading-5 transition-colors enabled:hover:border-line-strong enabled:hover:bg-hover/50 disabled:opacity-50"
            >
              <span className="flex-1 text-pretty">{prompt}</span>
              <ArrowUpRight
                aria-hidden
                className="mt-0.5 size-4 shrink-0 text-muted opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
