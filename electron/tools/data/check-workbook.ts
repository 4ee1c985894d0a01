import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { readZipEntry, zipEntries } from './zip-entries.ts'

/** What the XML of a workbook may be together: ten million cells and more. */
const maxExpandedBytes = 1024 ** 3

type WorkbookSheets = { readonly hidden: readonly string[] }

/**
 * Looks into a workbook before a library expands it: an archive of a few kilobytes can hold gigabytes, and say that it
 * does not. Tells which sheets the person does not see. Throws `FILE_TOO_LARGE` and `FILE_MALFORMED`.
 */
export async function checkWorkbook(
  file: FileHandle,
  { bytes, shown }: { readonly bytes: number; readonly shown: string },
): Promise<WorkbookSheets> {
  const entries = await zipEntries(file, bytes).catch(() => null)
  if (entries === null) throw malformed(shown, undefined)
  const parts = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  if (parts.reduce((sum, part) => sum + part.bytes, 0) > maxExpandedBytes) throw tooLarge(shown)
  let hidden: readonly string[] = []
  for (const part of parts) {
    const content = await readZipEntry(file, part).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(shown) : malformed(shown, error)
    })
    if (part.name === 'xl/workbook.xml') hidden = hiddenSheets(content.toString('utf8'))
  }
  return { hidden }
}

function hiddenSheets(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = /\sname="([^"]*)"/.exec(` ${attributes}`)?.[1]
    return name !== undefined && /\bstate="(hidden|veryHidden)"/.test(attributes) ? [unescaped(name)] : []
  })
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function tooLarge(shown: string): AppError {
  return new AppError('FILE_TOO_LARGE', `${shown} expands to more than the 1 GB this app reads of a workbook.`, {
    hint: 'Save the sheet you need as CSV; that may be of any size.',
  })
}

function malformed(shown: string, cause: unknown): AppError {
  return new AppError('FILE_MALFORMED', `${shown} could not be read as an Excel workbook.`, {
    cause,
    hint: 'Open it in Excel or LibreOffice and save it again as .xlsx.',
  })
}
