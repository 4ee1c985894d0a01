import { getDocumentProxy } from 'unpdf'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { findTables } from './pdf/find-tables.ts'
import { layOutPage, pageText, type Line } from './pdf/lay-out-page.ts'
import { outlineBySize } from './pdf/outline-by-size.ts'
import { readOutline } from './pdf/read-outline.ts'
import { toDocumentTable } from './tables/to-document-table.ts'

/** PDF, page by page. Scripts in it are never run (unpdf sets `isEvalSupported: false`). */
export async function openPdf(file: DocumentFile): Promise<OpenedDocument> {
  // pdf.js takes the array over and wants a plain one; 0 silences its warnings.
  const pdf = await getDocumentProxy(new Uint8Array(file.bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw isPasswordNeeded(error) ? encrypted(file, error) : error
  })
  const kept = new Map<number, readonly Line[]>()
  const linesOf = async (number: number): Promise<readonly Line[]> => {
    const lines = kept.get(number) ?? (await readLines(pdf, number))
    kept.set(number, lines)
    return lines
  }
  const allPages = async () => {
    const pages: { readonly where: string; readonly lines: readonly Line[] }[] = []
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push({ where: whereOf(number), lines: await linesOf(number) })
    return pages
  }
  return {
    format: 'PDF',
    totalParts: pdf.numPages,
    async part(number) {
      const text = pageText(await linesOf(number))
      return text === '' ? { where: whereOf(number), text: noText, isEmpty: true } : { where: whereOf(number), text }
    },
    async outline() {
      const own = await readOutline(pdf)
      if (own.length > 0) return { headings: own, from: 'its own outline' }
      const headings = outlineBySize(await allPages())
      return {
        headings,
        from: headings.length === 0 ? null : 'lines in larger letters, as it has no outline of its own',
      }
    },
    async tables() {
      return (await allPages()).flatMap(({ where, lines }) =>
        findTables(lines).flatMap((cells, index) => {
          const name = `${where} table ${index + 1}`
          return toDocumentTable({ name, where, cells, headerRows: null, isHeaderNeeded: true }) ?? []
        }),
      )
    },
  }
}

const noText = '[No text on this page: it may be a scanned picture.]'

function whereOf(number: number): string {
  return `page ${number}`
}

async function readLines(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return layOutPage(
    items.flatMap((item) => ('str' in item ? [{ ...item, transform: item.transform as number[] }] : [])),
  )
}

function isPasswordNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function encrypted({ shown }: DocumentFile, cause: unknown): AppError {
  return new AppError('FILE_ENCRYPTED', `“${visibleName(shown)}” is protected with a password.`, {
    hint: 'Open it in a PDF viewer, save a copy without the password, and use that.',
    cause,
  })
}
