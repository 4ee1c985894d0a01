import path from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import { openDocx } from './open-docx.ts'
import { openHtml } from './open-html.ts'
import { openPdf } from './open-pdf.ts'
import { openPptx } from './open-pptx.ts'
import { openText } from './open-text.ts'
import { openXlsx } from './open-xlsx.ts'
import type { DocumentFile, OpenDocument } from './opened-document.ts'

/** Who reads a file, by its ending and then by its first bytes: a wrong ending is told, not guessed around. */
export function chooseFormat(file: DocumentFile): OpenDocument {
  const ending = path.extname(file.shown).toLowerCase()
  if (file.bytes.length === 0)
    throw refused('FILE_MALFORMED', file, 'is empty (0 bytes)', 'Check that it was copied or downloaded completely.')
  if (startsWith(file, '%PDF-')) return openPdf
  const office = officeFormats[ending]
  if (startsWith(file, compoundFile)) throw refuseCompoundFile(file)
  if (office !== undefined && startsWith(file, 'PK')) return office
  if (ending === '.pdf' || office !== undefined)
    throw refused(
      'FILE_MALFORMED',
      file,
      `is not a ${ending.slice(1).toUpperCase()} file inside`,
      'Check where it came from.',
    )
  return ending === '.html' || ending === '.htm' ? openHtml : openText
}

const officeFormats: Readonly<Record<string, OpenDocument>> = {
  '.docx': openDocx,
  '.docm': openDocx,
  '.xlsx': openXlsx,
  '.xlsm': openXlsx,
  '.pptx': openPptx,
  '.pptm': openPptx,
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
