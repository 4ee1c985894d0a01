import { getDocumentProxy } from 'unpdf'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'

/** PDF, page by page. Scripts in it are never run (unpdf sets `isEvalSupported: false`). */
export async function openPdf(file: DocumentFile): Promise<OpenedDocument> {
  // pdf.js takes the array over and wants a plain one; 0 silences its warnings.
  const pdf = await getDocumentProxy(new Uint8Array(file.bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw isPasswordNeeded(error) ? encrypted(file, error) : error
  })
  return {
    format: 'PDF',
    totalParts: pdf.numPages,
    async part(number) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      page.cleanup()
      return { where: `page ${number}`, text: text.trim() === '' ? noText : text.trim() }
    },
  }
}

const noText = '[No text on this page: it may be a scanned picture.]'

function isPasswordNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function encrypted({ shown }: DocumentFile, cause: unknown): AppError {
  return new AppError('FILE_ENCRYPTED', `“${visibleName(shown)}” is protected with a password.`, {
    hint: 'Open it in a PDF viewer, save a copy without the password, and use that.',
    cause,
  })
}
