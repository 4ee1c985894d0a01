import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import type { PDFFont, PDFPage } from 'pdf-lib'
import { money } from './company.ts'
import type { Sale } from './make-sales.ts'
import { summarize } from './summarize.ts'
import type { Total } from './summarize.ts'

const writtenOn = new Date(Date.UTC(2026, 0, 12, 9))
const left = 60
const lineHeight = 18

/** The report on the last quarter of 2025, three pages, its table added up from the orders. */
export async function makeReport(sales: readonly Sale[]): Promise<Uint8Array> {
  const quarter = summarize(sales, '2025 Q4')
  const before = summarize(sales, '2024 Q4')
  const growth = ((quarter.all.amount / before.all.amount - 1) * 100).toFixed(1)
  const document = await PDFDocument.create()
  document.setTitle('Larkspur & Finch: quarterly report, 2025 Q4')
  document.setAuthor('Larkspur & Finch')
  document.setProducer('make-sample-workspace')
  document.setCreationDate(writtenOn)
  document.setModificationDate(writtenOn)
  const fonts = {
    regular: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  const page = (title: string) => startPage(document.addPage([595, 842]), { title, fonts })

  page('Quarterly report, 2025 Q4').lines([
    'Larkspur & Finch makes furniture for people who work at home.',
    '',
    `Revenue in the quarter was ${money(quarter.all.amount)} from ${quarter.all.orders} orders,`,
    `${growth} percent more than in the same quarter of 2024 (${money(before.all.amount)}).`,
    '',
    `${quarter.regions[0]?.name ?? ''} was the largest region, and the ${quarter.products[0]?.name ?? ''} the product`,
    'with the most revenue.',
  ])
  page('Revenue by region').table('Region', [...quarter.regions, { ...quarter.all, name: 'Total' }])
  page('Returns and outlook').lines([
    'Returns: 41 Glow Strip Kits came back after the recall of September 2025 and were',
    'refunded in full. Sales of the kit were stopped on 8 September and resumed on',
    '20 October with a new power supply. No other product had more than five returns.',
    '',
    'Outlook: the targets of 2025 are in budget.xlsx. Stock counted on 31 December 2025',
    'is in inventory.parquet. Prices stay as they are until July 2026.',
  ])
  return document.save()
}

type Fonts = { readonly regular: PDFFont; readonly bold: PDFFont }

function startPage(page: PDFPage, { title, fonts }: { readonly title: string; readonly fonts: Fonts }) {
  let y = 770
  page.drawText(title, { x: left, y, size: 20, font: fonts.bold })
  y -= 2 * lineHeight
  const write = (text: string, { x, font }: { readonly x: number; readonly font: PDFFont }) =>
    page.drawText(text, { x, y, size: 11, font })
  return {
    lines(texts: readonly string[]): void {
      for (const text of texts) {
        write(text, { x: left, font: fonts.regular })
        y -= lineHeight
      }
    },
    table(heading: string, totals: readonly Total[]): void {
      const rows = [
        [heading, 'Orders', 'Amount'],
        ...totals.map(({ name, orders, amount }) => [name, String(orders), money(amount)]),
      ]
      rows.forEach(([name = '', orders = '', amount = ''], index) => {
        const font = index === 0 || index === rows.length - 1 ? fonts.bold : fonts.regular
        write(name, { x: left, font })
        write(orders, { x: 320 - font.widthOfTextAtSize(orders, 11), font })
        write(amount, { x: 470 - font.widthOfTextAtSize(amount, 11), font })
        y -= 6
        page.drawLine({ start: { x: left, y }, end: { x: 470, y }, thickness: 0.5, color: rgb(0.75, 0.75, 0.75) })
        y -= lineHeight
      })
    },
  }
}
