import type { ReactNode } from 'react'
import type { ConversationId } from '../../../shared/ids.ts'
import { useConnection } from '../../state/connection.ts'
import { selectDraft, useDrafts } from '../../state/drafts.ts'
import { selectModelProblem, useModels } from '../../state/models.ts'
import { useRunChoice } from '../../state/use-run-choice.ts'
import { sendMessage } from '../send-message.ts'
import { useActiveRun } from '../use-active-run.ts'
import { addFiles } from './add-files.ts'
import { AttachButton } from './attach-button.tsx'
import { composerBlock } from './composer-block.ts'
import { ComposerField } from './composer-field.tsx'
import { DraftAttachments } from './draft-attachments.tsx'
import { SendButton } from './send-button.tsx'
import { useFileDrop } from './use-file-drop.ts'

/** Where the next message is written: words, files, who answers and with which model. */
export function Composer({
  conversationId,
  pickers,
}: {
  readonly conversationId: ConversationId | null
  /** Who answers and with which model, as buttons. */
  readonly pickers: ReactNode
}) {
  const draft = useDrafts(selectDraft(conversationId))
  const connection = useConnection((state) => state.connection)
  const choice = useRunChoice(conversationId)
  const activeRun = useActiveRun(conversationId)
  const modelProblem = useModels(selectModelProblem(choice?.modelId))
  const block = composerBlock({
    connection,
    draft,
    isChoiceKnown: choice !== undefined,
    isAnswering: activeRun !== undefined,
    modelProblem,
  })

  const attach = async (files: readonly File[]) => {
    if (choice !== undefined) await addFiles(files, { conversationId, choice, present: draft.attachments.length })
  }
  const send = async () => {
    if (choice === undefined || block !== undefined) return
    await sendMessage(draft, { conversationId, choice })
  }
  const isDraggedOver = useFileDrop(attach)

  return (
    <div className="mx-auto w-full max-w-3xl px-4 pb-4 sm:px-6">
      <div
        data-dragged-over={isDraggedOver || undefined}
        className="relative rounded-2xl border border-line bg-surface shadow-raised transition-colors focus-within:border-line-strong data-dragged-over:border-accent data-dragged-over:bg-accent-soft"
      >
        <DraftAttachments conversationId={conversationId} attachments={draft.attachments} />
        <ComposerField
          key={conversationId}
          conversationId={conversationId}
          text={draft.text}
          onSend={send}
          onFiles={attach}
        />
        <div className="flex items-center gap-1 px-2 pb-2">
          <AttachButton onFiles={attach} disabled={choice === undefined} />
          {pickers}
          <span className="flex-1" />
          <SendButton activeRun={activeRun} isBlocked={block !== undefined} onSend={send} />
        </div>
        {isDraggedOver && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center rounded-2xl bg-accent-soft text-sm font-medium text-accent">
            Drop files to add them to your message
          </p>
        )}
      </div>
      <p aria-live="polite" className="mt-2 min-h-4 truncate text-center text-xs text-muted">
        {block === undefined || block === '' ? 'Enter sends, Shift + Enter starts a new line' : block}
      </p>
    </div>
  )
}
