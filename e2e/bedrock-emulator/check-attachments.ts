import type { ConverseRequest, RequestBlock, RequestMessage } from './converse-request.ts'
import { refuse, refuseAsModel } from './refuse.ts'
import { pictureSize } from './tokens/picture-size.ts'

const maxImagesPerMessage = 20
/** Counted on the base64 text, which is what makes 3.75 MB of picture the true limit. */
const maxImageBase64Bytes = 5 * 1024 * 1024
/** Of the longer side. */
const maxImagePixels = 8_000
const maxDocuments = 5
const maxDocumentBytes = 4.5 * 1024 * 1024

/** The basic limits on images and documents, and where they may stand. */
export function checkAttachments({ messages = [] }: ConverseRequest): void {
  const names: string[] = []
  messages.forEach((message, index) => {
    const images = message.content.filter((block) => block.image !== undefined)
    const documents = message.content.flatMap((block) => block.document ?? [])
    if (images.length + documents.length === 0) return
    checkPlace(message)
    if (images.length > maxImagesPerMessage) {
      const counts = `${images.length} + ${documents.length} > ${maxImagesPerMessage}`
      refuseAsModel(`messages: too many images and documents: ${counts}`)
    }
    message.content.forEach((block, blockIndex) => checkImage(block, `messages.${index}.content.${blockIndex}`))
    documents.forEach(checkDocument)
    names.push(...documents.map((document) => document.name ?? ''))
  })
  if (names.length > maxDocuments) refuse(`You can't include more than ${maxDocuments} documents in a request.`)
  if (new Set(names).size < names.length) refuse("Messages can't contain duplicate document names.")
}

function checkPlace({ role, content }: RequestMessage): void {
  if (role !== 'user') refuse('Images and documents can only be included in messages with the user role.')
  const hasDocument = content.some((block) => block.document !== undefined)
  if (hasDocument && !content.some((block) => block.text !== undefined)) {
    refuse('A text block must be included when using documents.')
  }
}

/** First bytes of each format, in hex. */
const imageSignatures: Readonly<Record<string, string>> = {
  png: '89504e470d0a1a0a',
  jpeg: 'ffd8ff',
  gif: '47494638',
  webp: '52494646',
}

function checkImage({ image }: RequestBlock, place: string): void {
  const base64 = image?.source?.bytes
  if (image === undefined || base64 === undefined) return
  if (base64.length > maxImageBase64Bytes) {
    const sizes = `${base64.length} bytes > ${maxImageBase64Bytes} bytes`
    refuseAsModel(`${place}.image.source.bytes: image exceeds 5 MB maximum: ${sizes}`)
  }
  const signature = imageSignatures[image.format ?? '']
  const start = Buffer.from(base64.slice(0, 24), 'base64').toString('hex')
  if (signature === undefined || !start.startsWith(signature)) refuseAsModel('Could not process image')
  const { width = 0, height = 0 } = pictureSize(base64) ?? {}
  if (Math.max(width, height) > maxImagePixels) {
    const text = `At least one of the image dimensions exceed max allowed size: ${maxImagePixels} pixels`
    refuseAsModel(`${place}.image.source.bytes: ${text}`)
  }
}

const documentName = /^(?!.*\s\s)[\p{L}\p{N}\s()[\]-]+$/u

function checkDocument(document: NonNullable<RequestBlock['document']>): void {
  if (!documentName.test(document.name ?? '')) {
    refuse(
      "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character.",
    )
  }
  const { bytes = '', text = '' } = document.source ?? {}
  if (Math.max(Buffer.byteLength(bytes, 'base64'), text.length) > maxDocumentBytes) {
    refuse('The document file size exceeds the maximum of 4.5 MB.')
  }
  if (bytes === '' && text === '') refuse('The document file is empty.')
}
