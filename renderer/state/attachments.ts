import type { ConversationId } from '../../shared/ids.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import { client } from '../bridge/client.ts'

/** Hands a file of the person's to a conversation. Throws the host's error, or when the file cannot be read. */
export async function addAttachment(conversationId: ConversationId, file: File): Promise<AttachmentBlock> {
  return client().request('attachment.add', {
    conversationId,
    name: file.name,
    mediaType: file.type === '' ? 'application/octet-stream' : file.type,
    base64: await toBase64(file),
  })
}

/** By the browser's own encoder: a loop over 50 MB would freeze the page. */
function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      // A data URL: what is before the comma is its media type.
      const dataUrl = typeof reader.result === 'string' ? reader.result : ''
      resolve(dataUrl.slice(dataUrl.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')))
    reader.readAsDataURL(file)
  })
}
