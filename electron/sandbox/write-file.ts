import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'
import { isMissing } from './file-error.ts'
import { changedMeanwhile } from './file-refusals.ts'
import type { LocatedPath } from './file-roots.ts'
import { openFolder, type OpenFolder } from './open-folder.ts'
import type { Admit } from './open-verified.ts'
import { readExisting, replaceFile } from './replace-file.ts'
import type { Snapshots } from './snapshots.ts'
import { decodeText, encodeText } from './text-encoding.ts'

type WriteOptions = {
  readonly conversationId: ConversationId
  readonly toolName: string
  readonly expected?: string | null
  readonly snapshots: Snapshots
}

/** `FileScope.write` on a located path. Missing folders are made. */
export async function writeFile(
  file: LocatedPath,
  content: Uint8Array | string,
  options: WriteOptions,
): Promise<{ readonly snapshotId: SnapshotId; readonly isNewFile: boolean }> {
  const { conversationId, toolName, expected, snapshots } = options
  const name = path.basename(file.absolute)
  const folder = await openOrMakeFolder(path.dirname(file.absolute), file.admit)
  try {
    const before = await readExisting(folder, name)
    const decoded = before === null ? null : decodeText(before.bytes)
    if (expected !== undefined && expected !== (before === null ? null : decoded?.text))
      throw changedMeanwhile(file.shown)
    const bytes = typeof content === 'string' ? encodeText(content, decoded?.encoding ?? 'utf-8') : content
    let snapshotId: SnapshotId | undefined
    await replaceFile(folder, name, {
      bytes,
      before,
      beforeRename: async () => {
        snapshotId = await snapshots.keep({
          absolute: file.absolute,
          shown: file.shown,
          before: before?.bytes ?? null,
          after: bytes,
          conversationId,
          toolName,
        })
      },
    })
    return { snapshotId: snapshotId!, isNewFile: before === null }
  } finally {
    await folder.close()
  }
}

/** Each step goes through the open parent and is judged again, so no folder can be made outside by a racing symlink. */
async function openOrMakeFolder(absolute: string, admit: Admit): Promise<OpenFolder> {
  try {
    return await openFolder(absolute, admit)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  admit(absolute)
  const parent = await openOrMakeFolder(path.dirname(absolute), admit)
  try {
    await mkdir(parent.child(path.basename(absolute))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await parent.close()
  }
  return openFolder(absolute, admit)
}
