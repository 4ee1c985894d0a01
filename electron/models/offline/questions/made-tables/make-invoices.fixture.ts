import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const clients = [
  { client: 'Hartley & Sons', town: 'Ashby' },
  { client: 'Mrs Okonjo', town: 'Ashby' },
  { client: 'Unit 5 Studios', town: 'Corley' },
  { client: 'St Anne School', town: 'Wexcombe' },
  { client: 'The Plough Inn', town: 'Corley' },
  { client: 'Dr Levett', town: 'Wexcombe' },
  { client: 'Parish Council', town: 'Ashby' },
  { client: '7 Oaks Housing', town: 'Thornby' },
]
const trades = [
  { trade: 'roofing', usual: 3400 },
  { trade: 'plastering', usual: 1250 },
  { trade: 'brickwork', usual: 2600 },
  { trade: 'tiling', usual: 900 },
  { trade: 'repairs', usual: 320 },
  { trade: 'repairs', usual: 260 },
]

/** Three years of a small builder's invoices. Not all are paid; two were entered twice; one job was far larger. */
export function makeInvoices() {
  const draw = drawFrom(193)
  const invoices = drawDays(draw, { from: '2022-01-10', days: 1070, count: 190 }).map((issued, index) => {
    const { client, town } = draw.oneOf(clients)
    const { trade, usual } = draw.oneOf(trades)
    const net = Number((usual * draw.decimal(0.5, 1.8, 3) * (index === 120 ? 9 : 1)).toFixed(2))
    const rate = draw.chance(0.2) ? 5 : 20
    const vat = Number(((net * rate) / 100).toFixed(2))
    return {
      'Invoice No': `INV-${1001 + index}`,
      Client: client,
      Town: town,
      Trade: trade,
      Foreman: draw.oneOf(['Gareth', 'Milan', 'Josie']),
      Issued: issued,
      Due: dayAfter(issued, client === 'Parish Council' ? 60 : 30),
      Paid: draw.chance(issued > '2024-10-15' ? 0.6 : 0.05) ? null : dayAfter(issued, draw.whole(6, 75)),
      'Net Amount': net,
      'VAT Rate': rate,
      'VAT Amount': vat,
      'Gross Amount': Number((net + vat).toFixed(2)),
      'Order Ref': draw.chance(0.25) ? null : `PO ${draw.whole(300, 990)}`,
    }
  })
  return invoices.flatMap((invoice, index) => (index === 33 || index === 141 ? [invoice, invoice] : [invoice]))
}
