import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import fc from 'fast-check'
import type { ConversationId } from '../../shared/ids.ts'
import { openAttachments, safeName } from './attachments.ts'
import { newId } from './new-id.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-attachments-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => ({ name, mediaType: 'text/plain', bytes: Buffer.from('x') })

test('keeps each file under a name of its own', async () => {
  const attachments = openAttachments(folder)
  const id = newId<ConversationId>('conv')
  const first = await attachments.add(id, file('a.csv'))
  const second = await attachments.add(id, file('a.csv'))
  expect([first.path, second.path]).toEqual(['attachments/a.csv', 'attachments/a (2).csv'])
  expect((await readdir(attachments.folderOf(id))).sort()).toEqual(['a (2).csv', 'a.csv'])
})

test('refuses a conversation whose id would lead elsewhere', async () => {
  const attachments = openAttachments(path.join(folder, 'data'))
  for (const id of ['../evil', '..', '.', '/tmp/evil', 'a/b', 'a\0b', ''])
    await expect(attachments.add(id as ConversationId, file('a.csv'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await readdir(folder)).toEqual([])
})

test('no name leaves its folder, hides or carries control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name)
      return safe === path.basename(safe) && !/^\.|[/\\:\p{Cc}]/u.test(safe) && safe !== '' && safe.length <= 140
    }),
  )
})
