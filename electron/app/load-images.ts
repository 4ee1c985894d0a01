import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AttachmentBlock } from '../../shared/messages.ts'
import type { ImageBlock, ModelContentBlock, ModelMessage } from '../agent/ports.ts'

/** The service's own limits: 20 pictures a message, 3.75 MB each. What is over them stays a named file. */
const maxImages = 20
const maxBytes = 3_750_000

const formats: Readonly<Record<string, ImageBlock['format']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/**
 * Adds the pictures a person attached after the lines that name them. `folder` holds the conversation's attachments.
 * A picture that is gone or too large is left as its name.
 */
export async function loadImages(messages: readonly ModelMessage[], folder: string): Promise<ModelMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      const pictures = message.content.filter(isPicture).slice(0, maxImages)
      if (pictures.length === 0) return message
      const loaded = await Promise.all(pictures.map((picture) => loadImage(picture, folder)))
      return { role: message.role, content: [...message.content, ...loaded.filter((image) => image !== null)] }
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
  return readFile(file, 'base64').then(
    (base64) => ({ type: 'image', format, base64 }),
    () => null,
  )
}
