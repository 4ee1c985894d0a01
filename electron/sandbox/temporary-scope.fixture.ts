import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileChange } from '../../shared/conversations.ts'
import { AppError } from '../../shared/errors.ts'
import { conversationId } from '../../shared/ids.ts'
import { createFileScope } from './create-file-scope.ts'
import { createSnapshots, type ChangeList } from './create-snapshots.ts'

/** For tests: a scope over a real temporary folder, with attachments, data folder and snapshots beside it. */
export async function openTemporaryScope() {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'file-scope-')))
  const folders = {
    workspace: path.join(root, 'workspace'),
    attachmentsDir: path.join(root, 'data', 'attachments'),
    dataDir: path.join(root, 'data'),
  }
  const outside = path.join(root, 'outside')
  for (const folder of [...Object.values(folders), outside]) await mkdir(folder, { recursive: true })
  const changes = createChangeList()
  const snapshots = createSnapshots({ folder: path.join(root, 'data', 'snapshots'), changes })
  return {
    root,
    outside,
    ...folders,
    changes,
    snapshots,
    scope: createFileScope({ ...folders, snapshots }),
    by: { conversationId: conversationId.parse('conversation-1'), toolName: 'file_write' },
    /** Every path under the workspace, to see that nothing was left behind. */
    everything: async () => (await readdir(folders.workspace, { recursive: true })).toSorted(),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

export type TemporaryScope = Awaited<ReturnType<typeof openTemporaryScope>>

/** The code of the `AppError` a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'succeeded',
    (caught: unknown) => caught,
  )
  if (error instanceof AppError) return error.code
  throw error instanceof Error ? error : new Error(String(error))
}

function createChangeList(): ChangeList & { all(): readonly FileChange[] } {
  const list = new Map<string, FileChange>()
  return {
    all: () => [...list.values()],
    add: async (change) => void list.set(change.snapshotId, change),
    async get(id) {
      const change = list.get(id)
      if (change === undefined) throw new AppError('NOT_FOUND', 'There is no such change.')
      return change
    },
    setState: async (id, state) => void list.set(id, { ...list.get(id)!, state }),
  }
}
