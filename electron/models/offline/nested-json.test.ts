import { asks } from './asks.fixture.ts'

const orders = [
  { id: 1, when: '2025-01-15', customer: { name: 'Ada', country: 'DE' }, total: 30, lines: [{ sku: 'lamp', qty: 2 }] },
  {
    id: 2,
    when: '2025-01-20',
    customer: { name: 'Ben', country: 'FR' },
    total: 50,
    lines: [
      { sku: 'lamp', qty: 1 },
      { sku: 'chair', qty: 4 },
    ],
  },
  { id: 3, when: '2025-02-03', customer: { name: 'Ada', country: 'DE' }, total: 20, lines: [] },
]

asks({ 'orders.json': JSON.stringify({ page: 1, data: orders }) }, [
  ['how many orders are there', '**3** rows'],
  ['how many orders came from DE', '**2** rows'],
  ['which sku is the most common', '**lamp** comes first with a number of rows of **2**'],
  ['how many lines per order', '| 2 | 2 |', '| 1 | 1 |'],
  ['which order has the most lines', '**2** comes first with a number of rows of **2**'],
  ['average number of lines per order', '**1.5**'],
  ['total qty by sku', '| chair | 4 |', '| lamp | 3 |'],
  ['total qty by country', '| FR | 5 |', '| DE | 2 |', 'joined'],
  ['total by country', '| FR | 50 |', '| DE | 50 |', '“total” means the column *total*'],
  ['the total of all orders in January', '**80**'],
  // No row of the orders counts once for every line of it.
  ['average total by country', '| FR | 50 |', '| DE | 25 |'],
])
