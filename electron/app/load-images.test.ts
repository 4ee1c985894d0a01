import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AttachmentBlock } from '../../shared/messages.ts'
import { loadImages } from './load-images.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ba-images-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const attachment = (name: string, mediaType: string, bytes = 3): AttachmentBlock => ({
  type: 'attachment',
  name,
  path: `attachments/${name}`,
  mediaType,
  bytes,
})

it('adds a picture after the lines of its message, and leaves other files and missing ones named', async () => {
  await writeFile(path.join(folder, 'a.png'), 'png')
  const content = [
    attachment('a.png', 'image/png'),
    attachment('b.csv', 'text/csv'),
    attachment('gone.png', 'image/png'),
    attachment('huge.png', 'image/png', 9_000_000),
  ]
  expect(await loadImages([{ role: 'user', content }], folder)).toEqual([
    { role: 'user', content: [...content, { type: 'image', format: 'png', base64: 'cG5n' }] },
  ])
})

it('reads nothing outside the attachments, whatever a stored path says', async () => {
  const secret = path.join(folder, '..', 'secret.png')
  await writeFile(secret, 'no')
  const block = { ...attachment('secret.png', 'image/png'), path: '../secret.png' }
  expect(await loadImages([{ role: 'user', content: [block] }], folder)).toEqual([{ role: 'user', content: [block] }])
  await rm(secret)
})

it('sends no more than twenty a message', async () => {
  await writeFile(path.join(folder, 'a.png'), 'png')
  const content = Array.from({ length: 25 }, () => attachment('a.png', 'image/png'))
  const [message] = await loadImages([{ role: 'user', content }], folder)
  expect(message?.content.filter((block) => block.type === 'image')).toHaveLength(20)
})
