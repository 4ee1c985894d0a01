import path from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile, OpenDocument } from './opened-document.ts'

/**
 * Who reads a file, by its ending and then by its first bytes: a wrong ending is told, not guessed around. Each format's
 * library is loaded only when it is needed; together they take most of a second.
 */
export async function chooseFormat(file: DocumentFile): Promise<OpenDocument> {
  const ending = path.extname(file.shown).toLowerCase()
  if (file.bytes.length === 0)
    throw refused('FILE_MALFORMED', file, 'is empty (0 bytes)', 'Check that it was copied or downloaded completely.')
  if (startsWith(file, '%PDF-')) return (await import('./open-pdf.ts')).openPdf
  if (startsWith(file, compoundFile)) throw refuseCompoundFile(file)
  const office = Object.hasOwn(officeFormats, ending) ? officeFormats[ending] : undefined
  if (office !== undefined && startsWith(file, 'PK')) return office()
  if (ending === '.pdf' || office !== undefined)
    throw refused(
      'FILE_MALFORMED',
      file,
      `does not hold what a file ending in ${ending} should`,
      'Check where it came from.',
    )
  if (ending === '.html' || ending === '.htm') return (await import('./open-html.ts')).openHtml
  return (await import('./open-text.ts')).openText
}

const docx = async () => (await import('./open-docx.ts')).openDocx
const xlsx = async () => (await import('./open-xlsx.ts')).openXlsx
const pptx = async () => (await import('./open-pptx.ts')).openPptx
const officeFormats: Readonly<Record<string, () => Promise<OpenDocument>>> = {
  '.docx': docx,
  '.docm': docx,
  '.xlsx': xlsx,
  '.xlsm': xlsx,
  '.pptx': pptx,
  '.pptm': pptx,
}

/** The container of Office files from before 2007, and of newer ones with a password ([MS-OFFCRYPTO] 2.3). */
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

function refuseCompoundFile(file: DocumentFile): AppError {
  if (file.bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return refused(
      'FILE_ENCRYPTED',
      file,
      'is protected with a password',
      'Save a copy without the password and use that.',
    )
  return refused('FILE_MALFORMED', file, 'is in the Office format of before 2007', 'Save it as .docx, .xlsx or .pptx.')
}

function refused(code: 'FILE_MALFORMED' | 'FILE_ENCRYPTED', file: DocumentFile, what: string, hint: string): AppError {
  return new AppError(code, `“${visibleName(file.shown)}” ${what}.`, { hint })
}

function startsWith({ bytes }: DocumentFile, magic: string): boolean {
  return bytes.subarray(0, magic.length).toString('latin1') === magic
}
