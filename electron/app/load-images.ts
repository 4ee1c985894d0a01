import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AttachmentBlock } from '../../shared/messages.ts'
import type { ImageBlock, ModelContentBlock, ModelMessage } from '../agent/ports.ts'
import { readImageSize } from '../models/image-size.ts'

/** The service's own limits: 20 pictures a message, 3.75 MB and 8000 pixels each. What is over them stays a named file. */
export const maxImages = 20
const maxBytes = 3_750_000
const maxPixels = 8000

const formats: Readonly<Record<string, ImageBlock['format']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/**
 * Adds the pictures a person attached, each right after the line that names it: so a message stays the same when a later
 * one is joined to it. `folder` holds the conversation's attachments. A picture that is gone or too large is left as its
 * name.
 *
 * @param room How many more a message may have; fewer than the limit when it will be joined to one that has some.
 */
export async function loadImages(
  messages: readonly ModelMessage[],
  folder: string,
  room: number = maxImages,
): Promise<ModelMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      const pictures = message.content.filter(isPicture).slice(0, Math.max(0, room))
      if (pictures.length === 0) return message
      const loaded = new Map(
        await Promise.all(pictures.map(async (picture) => [picture, await loadImage(picture, folder)] as const)),
      )
      const content = message.content.flatMap((block) => {
        const image = block.type === 'attachment' ? loaded.get(block) : undefined
        return image == null ? [block] : [block, image]
      })
      return { ...message, content }
    }),
  )
}

function isPicture(block: ModelContentBlock): block is AttachmentBlock {
  return block.type === 'attachment' && formats[block.mediaType] !== undefined && block.bytes <= maxBytes
}

async function loadImage(picture: AttachmentBlock, folder: string): Promise<ImageBlock | null> {
  const format = formats[picture.mediaType]
  if (format === undefined) return null
  // Names were made safe when the file was kept; a stored message is not trusted to hold one all the same.
  const file = path.join(folder, path.basename(picture.path))
  const base64 = await readFile(file, 'base64').catch(() => null)
  if (base64 === null) return null
  // Refused once, a picture would be refused with every question that follows.
  const size = readImageSize({ format, base64 })
  if (size === undefined || Math.max(size.width, size.height) > maxPixels) return null
  return { type: 'image', format, base64 }
}
