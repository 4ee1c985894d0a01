import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ConversationId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'

export type NewAttachment = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** Files handed to a conversation, kept in the app's data folder and read by tools as `attachments/<name>`. */
export type Attachments = {
  /** `NOT_FOUND` for an id this app did not make: it becomes part of a path. */
  folderOf(id: ConversationId): string
  /** Never replaces one: a second `a.csv` becomes `a (2).csv`. */
  add(id: ConversationId, attachment: NewAttachment): Promise<AttachmentBlock>
}

export function openAttachments(dataDir: string): Attachments {
  function folderOf(id: ConversationId): string {
    // `../..` as a conversation would write anywhere.
    if (!/^\w+$/.test(id)) throw new AppError('NOT_FOUND', 'There is no such conversation.')
    return path.join(dataDir, 'attachments', id)
  }
  return {
    folderOf,
    async add(id, { name, mediaType, bytes }) {
      const folder = folderOf(id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const kept = await writeNew(folder, safeName(name), bytes)
      return { type: 'attachment', name: kept, path: `attachments/${kept}`, mediaType, bytes: bytes.length }
    },
  }
}

/** A name is untrusted: no separators, no control characters, no leading dots, a sane length with its ending kept. */
export function safeName(name: string): string {
  const base = name
    .replace(/[/\\:]/g, '_')
    .replace(/\p{C}/gu, '')
    .replace(/^\.+/, '')
    .trim()
  if (base === '') return 'attachment'
  const { name: stem, ext } = path.parse(base)
  return `${stem.slice(0, 120)}${ext.slice(0, 20)}`
}

async function writeNew(folder: string, name: string, bytes: Buffer): Promise<string> {
  const { name: stem, ext } = path.parse(name)
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem} (${n})${ext}`
    try {
      const handle = await open(path.join(folder, candidate), 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
      } finally {
        await handle.close()
      }
      return candidate
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      if (code === 'ENOSPC')
        throw new AppError('DISK_FULL', `${name} could not be attached: the disk is full.`, {
          hint: 'Free some space and try again.',
          cause: error,
        })
      throw error
    }
  }
}
