import type { DocumentPart, OpenedDocument } from './opened-document.ts'

/** As much of a document as is looked through at once: some thousand pages. */
export const maxReadCharacters = 10_000_000

/** All parts of a document, or the first ones that fit `maxCharacters` together. */
export async function readParts(
  document: Pick<OpenedDocument, 'totalParts' | 'part'>,
  maxCharacters = Infinity,
): Promise<DocumentPart[]> {
  const parts: DocumentPart[] = []
  let characters = 0
  for (let number = 1; number <= document.totalParts && characters <= maxCharacters; number++) {
    const part = await document.part(number)
    characters += part.text.length
    if (characters <= maxCharacters) parts.push(part)
  }
  return parts
}
