import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MessageId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import { loadImages } from './load-images.ts'

/** One by one pixel, grey. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

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

it('adds a picture right after the line that names it, and leaves other files and missing ones named', async () => {
  await writeFile(path.join(folder, 'a.png'), picture)
  const content = [
    attachment('a.png', 'image/png'),
    attachment('b.csv', 'text/csv'),
    attachment('gone.png', 'image/png'),
    attachment('huge.png', 'image/png', 9_000_000),
  ]
  const [first, ...others] = content
  const id = 'msg_1' as MessageId
  expect(await loadImages([{ id, role: 'user', content }], folder)).toEqual([
    {
      id,
      role: 'user',
      content: [first, { type: 'image', format: 'png', base64: picture.toString('base64') }, ...others],
    },
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
  await writeFile(path.join(folder, 'a.png'), picture)
  const content = Array.from({ length: 25 }, () => attachment('a.png', 'image/png'))
  const [message] = await loadImages([{ role: 'user', content }], folder)
  expect(message?.content.filter((block) => block.type === 'image')).toHaveLength(20)
})

it('leaves what is no picture, or too large a one, as its name: the service would refuse every later question', async () => {
  const huge = Buffer.from(picture)
  huge.writeUInt32BE(9000, 16)
  await writeFile(path.join(folder, 'huge.png'), huge)
  await writeFile(path.join(folder, 'words.png'), 'hello')
  const content = [attachment('huge.png', 'image/png'), attachment('words.png', 'image/png')]
  expect(await loadImages([{ role: 'user', content }], folder)).toEqual([{ role: 'user', content }])
})
