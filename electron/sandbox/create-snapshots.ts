import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileChange } from '../../shared/conversations.ts'
import { AppError } from '../../shared/errors.ts'
import { snapshotId as toSnapshotId, type SnapshotId } from '../../shared/ids.ts'
import { visibleName } from '../../shared/visible-name.ts'
import { isMissing, withFileErrors } from './file-error.ts'
import { openFolder } from './open-folder.ts'
import { outside } from './place-path.ts'
import { readExisting, removeUnchanged, replaceFile, type SeenFile } from './replace-file.ts'
import type { Snapshots } from './snapshots.ts'

/** Where the list of changes is kept. */
export type ChangeList = {
  add(change: FileChange): Promise<void>
  get(id: SnapshotId): Promise<FileChange>
  setState(id: SnapshotId, state: FileChange['state']): Promise<void>
}

/** What a snapshot's own file says beside the bytes. */
type Kept = { readonly absolute: string; readonly beforeHash: string | null; readonly afterHash: string }

/** Snapshots as files in `folder` (made when missing): `<id>.json`, and `<id>.before` with the earlier bytes. */
export function createSnapshots(options: {
  readonly folder: string
  readonly changes: ChangeList
  readonly now?: () => number
}): Snapshots {
  const { folder, changes, now = Date.now } = options
  const file = (id: SnapshotId, kind: 'json' | 'before') => path.join(folder, `${id}.${kind}`)

  return {
    async keep({ absolute, shown, before, after, conversationId, toolName }) {
      const at = now()
      const id = toSnapshotId.parse(`${at.toString(36).padStart(9, '0')}-${randomUUID()}`)
      const kept: Kept = { absolute, beforeHash: before === null ? null : hash(before), afterHash: hash(after) }
      await withFileErrors(shown, async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        try {
          if (before !== null) await writeSynced(file(id, 'before'), before)
          await writeSynced(file(id, 'json'), JSON.stringify(kept))
        } catch (error) {
          await Promise.all([rm(file(id, 'before'), { force: true }), rm(file(id, 'json'), { force: true })])
          throw error
        }
      })
      const isNewFile = before === null
      const change = { snapshotId: id, conversationId, path: shown, toolName, changedAt: at, isNewFile }
      await changes.add({ ...change, state: 'undoable' })
      return id
    },

    async undo(id) {
      const change = await changes.get(id)
      if (change.state === 'undone') return change
      const settle = async (state: FileChange['state']): Promise<FileChange> => {
        await changes.setState(id, state)
        return { ...change, state }
      }
      const kept = await readKept(file(id, 'json'), change.path)
      const before =
        kept.beforeHash === null ? null : await readBefore(file(id, 'before'), kept.beforeHash, change.path)
      const isPutBack = await withFileErrors(change.path, () => putBack(kept, before))
      if (isPutBack) return settle('undone')
      await settle('changed-since')
      throw new AppError(
        'FILE_CHANGED',
        `“${visibleName(change.path)}” was changed again since, so it was left alone.`,
        {
          hint: 'Undo the newer change first, or copy what you need by hand.',
        },
      )
    },
  }
}

/** False when the file holds neither what the change left nor what was before it. */
async function putBack(kept: Kept, before: Buffer | null): Promise<boolean> {
  const parent = path.dirname(kept.absolute)
  const folder = await openFolder(parent, (absolute) => {
    // The path had its symlinks resolved when it was kept: it must still be that very folder.
    if (absolute !== parent) throw outside(kept.absolute)
  })
  const name = path.basename(kept.absolute)
  try {
    const current = await readExisting(folder, name)
    if (currentHash(current) === kept.beforeHash) return true // The change never came to be, or was taken back by hand.
    if (currentHash(current) !== kept.afterHash) return false
    if (before === null) removeUnchanged(folder, name, current!)
    else await replaceFile(folder, name, { bytes: before, before: current })
    return true
  } finally {
    await folder.close()
  }
}

async function readKept(file: string, shown: string): Promise<Kept> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept
  } catch (error) {
    throw gone(shown, error)
  }
}

/** Checked against its hash: a damaged copy must not replace a whole file. */
async function readBefore(file: string, expectedHash: string, shown: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) throw gone(shown, error)
    throw error
  })
  if (hash(bytes) !== expectedHash) throw gone(shown, new Error('The kept copy does not match its hash.'))
  return bytes
}

function gone(shown: string, cause: unknown): AppError {
  return new AppError('NOT_FOUND', `The earlier content of “${visibleName(shown)}” is no longer kept.`, {
    hint: 'The file was left as it is. A backup may have an older copy.',
    cause,
  })
}

async function writeSynced(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function currentHash(current: SeenFile | null): string | null {
  return current === null ? null : hash(current.bytes)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
