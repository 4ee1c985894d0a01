import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'

/* Small real documents for tests, written with as little as each format needs. */

export async function makePdf(pages: readonly (readonly string[])[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const lines of pages) {
    const page = pdf.addPage([400, 400])
    lines.forEach((line, index) => page.drawText(line, { x: 40, y: 340 - index * 20, size: 12 }))
  }
  return Buffer.from(await pdf.save())
}

export type PlacedText = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }

/** Text exactly where it is put: points from the bottom left. */
export async function makePlacedPdf(pages: readonly (readonly PlacedText[])[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const texts of pages) {
    const page = pdf.addPage([600, 800])
    for (const { text, x, y, size = 11 } of texts) page.drawText(text, { x, y, size })
  }
  return Buffer.from(await pdf.save())
}

/** Rows of cells at given columns, one every 18 points from `top` down. */
export function placedRows(
  rows: readonly (readonly string[])[],
  { columns, top }: { readonly columns: readonly number[]; readonly top: number },
): PlacedText[] {
  return rows.flatMap((row, y) => row.map((text, x) => ({ text, x: columns[x] ?? 0, y: top - y * 18 })))
}

/** A PDF whose key nobody has: its owner and user entries fit no password. */
export function makeEncryptedPdf(): Buffer {
  const key = 'ab'.repeat(32)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >>`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233> <00112233>] >>`
  return Buffer.from(
    `${body}xref\n0 5\n0000000000 65535 f \n${entries}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF`,
  )
}

export function makeDocx(body: string): Buffer {
  return zip({
    '[Content_Types].xml': types({
      '/word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    }),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
}

export const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export function makeXlsx(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Buffer {
  const names = Object.keys(sheets)
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const sheetXml = (rows: readonly (readonly (string | number)[])[]) =>
    `<worksheet xmlns="${main}"><sheetData>${rows
      .map((row, y) => `<row r="${y + 1}">${row.map((value, x) => withReference(cell(value), x, y)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`
  return zip({
    '[Content_Types].xml': types({
      '/xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    }),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`])),
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheets[name]!)])),
  })
}

/** Slides are stored in reverse, so that only the presentation's own list gives their order. */
export function makePptx(slides: readonly { readonly body: string; readonly notes?: string }[]): Buffer {
  const file = (index: number) => `slide${slides.length - index}.xml`
  const slideXml = (body: string) => `<p:sld xmlns:p="p" xmlns:a="a"><p:cSld>${body}</p:cSld></p:sld>`
  return zip({
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides
      .map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(slides.map((_, index) => ['slide', `slides/${file(index)}`])),
    ...Object.fromEntries(slides.map(({ body }, index) => [`ppt/slides/${file(index)}`, slideXml(body)])),
    ...Object.fromEntries(
      slides.flatMap(({ notes }, index) =>
        notes === undefined
          ? []
          : [
              [`ppt/slides/_rels/${file(index)}.rels`, relations([['notesSlide', `../notesSlides/${file(index)}`]])],
              [`ppt/notesSlides/${file(index)}`, slideXml(`<a:p><a:r><a:t>${notes}</a:t></a:r></a:p>`)],
            ],
      ),
    ),
  })
}

export function zip(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function types(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

function withReference(cell: string, x: number, y: number): string {
  return cell.replace('<c', `<c r="${String.fromCodePoint(65 + x)}${y + 1}"`)
}
