import { FolderOpen } from 'lucide-react'
import type { ConversationId } from '../../shared/ids.ts'
import { selectAgent, useAgents } from '../state/agents.ts'
import { useAppInfo } from '../state/app-info.ts'
import { useFirstLook } from '../state/first-look.ts'
import { valueOr } from '../state/loaded.ts'
import { selectModel, useModels } from '../state/models.ts'
import { useSettings } from '../state/settings.ts'
import { openSettings, setFolderDialogOpen } from '../state/ui.ts'
import { useRunChoice } from '../state/use-run-choice.ts'
import { Button } from '../ui/button.tsx'
import { folderName } from '../ui/folder-name.ts'
import { Logo } from '../ui/logo.tsx'
import { useFirstQuestions } from './first-questions/use-first-questions.ts'
import { SamplePrompts } from './sample-prompts.tsx'

/** The beginning of a conversation: who will answer, over which files, and what one could ask. */
export function Welcome({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const choice = useRunChoice(conversationId)
  const agent = useAgents(selectAgent(choice?.agentId))
  const questions = useFirstQuestions(agent)
  const isFirstRun = useAppInfo(({ info }) => info.kind === 'ready' && info.value.isFirstRun)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="m-auto w-full max-w-3xl px-6 py-10">
        <Logo size={44} />
        <h2 className="mt-6 text-[28px] leading-9 font-semibold tracking-tight text-balance">
          {isFirstRun ? 'Welcome. What would you like to know about your files?' : 'What would you like to know?'}
        </h2>
        <p className="mt-2 max-w-xl text-[15px] leading-6 text-pretty text-muted">
          {agent?.description ?? 'Ask in plain words. You see every step, and you are asked before anything changes.'}
        </p>
        <FolderLine />
        {questions !== undefined && choice !== undefined && (
          <SamplePrompts prompts={questions} conversationId={conversationId} choice={choice} />
        )}
        <ModelLine conversationId={conversationId} />
      </div>
    </div>
  )
}

function FolderLine() {
  const workspace = useSettings(({ settings }) => (settings.kind === 'ready' ? settings.value.workspace : undefined))
  const sample = useAppInfo(({ info }) => valueOr(info, undefined)?.sampleWorkspace)
  const isEmpty = useFirstLook(({ look }) => look?.workspace === workspace && look?.files?.length === 0)
  if (workspace === undefined) return null
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface py-2.5 pr-2.5 pl-4 text-sm">
      <FolderOpen aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-60">
        <span className="block truncate font-medium" title={workspace ?? undefined}>
          {folderTitle(workspace, sample)}
        </span>
        <span className="block text-xs text-muted">{folderWords({ workspace, sample, isEmpty })}</span>
      </p>
      <Button size="small" onClick={() => setFolderDialogOpen(true)}>
        {workspace === null || workspace === sample ? 'Open your folder' : 'Open another folder'}
      </Button>
    </div>
  )
}

function folderTitle(workspace: string | null, sample: string | undefined): string {
  if (workspace === null) return 'No folder is open'
  return workspace === sample ? 'Sample files' : folderName(workspace)
}

function folderWords({
  workspace,
  sample,
  isEmpty,
}: {
  readonly workspace: string | null
  readonly sample: string | undefined
  readonly isEmpty: boolean
}): string {
  if (workspace === null) return 'Open one with files you have questions about. Agents read nothing beside it.'
  if (workspace === sample) return 'Something to try things on. Open a folder of your own whenever you like.'
  if (isEmpty) return 'Nothing is in it yet. Put files into it, or open another folder.'
  return 'Agents may read this folder. They ask before they change anything.'
}

function ModelLine({ conversationId }: { readonly conversationId: ConversationId | null }) {
  const choice = useRunChoice(conversationId)
  const model = useModels(selectModel(choice?.modelId))
  if (model?.provider !== 'offline') return null
  return (
    <p className="mt-6 text-xs leading-5 text-muted">
      You are using the offline analyst: it needs no account, and nothing leaves this machine. It answers questions
      about data and documents in your files; ask it “What can you do?”{' '}
      <button
        type="button"
        className="font-medium text-accent underline-offset-2 hover:underline"
        onClick={() => openSettings('models')}
      >
        Connect Amazon Bedrock or a local model
      </button>
    </p>
  )
}
