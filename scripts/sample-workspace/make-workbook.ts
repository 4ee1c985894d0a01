import { strToU8, zipSync } from 'fflate'

export type WorkbookSheet = { readonly name: string; readonly rows: readonly (readonly (string | number | Date)[])[] }

const dayMs = 86_400_000
/** Day 0 of Excel's calendar, as it counts after its February 1900 of 29 days. */
const excelEpoch = Date.UTC(1899, 11, 30)
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An XLSX file (ECMA-376): values, dates, a bold first row. The same bytes for the same sheets. */
export function makeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const each = (make: (sheet: WorkbookSheet, number: number) => string) =>
    sheets.map((sheet, index) => make(sheet, index + 1)).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each((sheet, number) => `<sheet name="${escape(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  }
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet)
  })
  const entries = Object.entries(files).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ])
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: '2026-01-05T09:00:00' })
}

function sheetXml({ rows }: WorkbookSheet): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((value, column) =>
      cell(`${String.fromCodePoint(65 + column)}${index + 1}`, value, index === 0),
    )
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cell(reference: string, value: string | number | Date, isHeader: boolean): string {
  if (value instanceof Date) return `<c r="${reference}" s="1"><v>${(value.getTime() - excelEpoch) / dayMs}</v></c>`
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`
  return `<c r="${reference}" t="inlineStr"${isHeader ? ' s="2"' : ''}><is><t>${escape(value)}</t></is></c>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
