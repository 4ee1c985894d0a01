import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from '../../../shared/schema.ts'
import { openOfflineWorkspace, type Asked, type OfflineWorkspace } from './offline-workspace.fixture.ts'

type Sale = readonly [
  date: string,
  region: string,
  channel: string,
  product: string,
  units: number,
  price: number,
  amount: number,
]

/** Small enough to check by hand. `Desk, oak` has a comma; one channel is missing. */
const sales: readonly Sale[] = [
  ['2023-11-03', 'Europe', 'Online', 'Lamp', 2, 40, 80],
  ['2023-12-20', 'Asia', 'Store', 'Lamp', 1, 40, 40],
  ['2024-01-05', 'Europe', 'Online', 'Chair', 3, 120, 360],
  ['2024-01-19', 'Europe', 'Store', 'Chair', 1, 120, 120],
  ['2024-02-02', 'North America', 'Online', 'Desk, oak', 2, 450, 900],
  ['2024-02-14', 'Asia', 'Online', 'Lamp', 5, 42, 210],
  ['2024-03-01', 'Europe', 'Store', 'Desk, oak', 1, 450, 450],
  ['2024-03-09', 'North America', 'Store', 'Lamp', 4, 42, 168],
  ['2024-06-30', 'Asia', '', 'Chair', 2, 125, 250],
  ['2025-01-02', 'Europe', 'Online', 'Lamp', 10, 44, 440],
]
const date = (sale: Sale) => sale[0]
const region = (sale: Sale) => sale[1]
const channel = (sale: Sale) => sale[2]
const product = (sale: Sale) => sale[3]
const units = (sale: Sale) => sale[4]
const price = (sale: Sale) => sale[5]
const amount = (sale: Sale) => sale[6]

const total = (of: (sale: Sale) => number, where: (sale: Sale) => boolean = () => true) =>
  sales.filter(where).reduce((sum, sale) => sum + of(sale), 0)
const count = (where: (sale: Sale) => boolean) => sales.filter(where).length
const figure = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
const bold = (value: number | string) => `**${typeof value === 'number' ? figure(value) : value}**`
const isIn = (name: string) => (sale: Sale) => region(sale) === name
const isOnline = (sale: Sale) => channel(sale) === 'Online'
const isYear = (year: string) => (sale: Sale) => date(sale).startsWith(year)

let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    files: {
      'sales.csv': [
        'date,region,channel,product,units,unit_price,amount',
        ...sales.map((sale) => sale.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join(',')),
      ].join('\n'),
      'staff.csv':
        'name,department,salary,bonus\nAda,Research,5200,300\nBob,Sales,4100,900\nCleo,Research,6100,0\nDan,Support,3900,100\n',
      'visits.csv':
        'page,opened_at,closed_at,clicks_left,clicks_right\nhome,2024-01-01,2024-01-02,4,7\nabout,2024-02-01,2024-02-03,1,2\n',
      'notes/plan.md': '# Plan\n\nThe refund limit is 500.\n\nReturns are accepted for 30 days.\n',
      'notes/minutes.txt': 'Ada asked about the refund.\nNothing else.\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

const answerTo = async (question: string) => (await workspace.ask(question)).markdown

describe('figures', () => {
  const cases: readonly (readonly [question: string, ...expected: readonly string[]])[] = [
    ['Total amount in sales.csv', bold(total(amount))],
    ['What is the total amount?', bold(total(amount))],
    ['sum of units', bold(total(units))],
    ['How many units were sold in Europe?', bold(total(units, isIn('Europe')))],
    ['total amount in Europe', bold(total(amount, isIn('Europe')))],
    ['total amount in europe in 2024', bold(total(amount, (s) => isIn('Europe')(s) && isYear('2024')(s)))],
    ['total amount in North America', bold(total(amount, isIn('North America')))],
    ['total amount for "Desk, oak"', bold(total(amount, (s) => product(s) === 'Desk, oak'))],
    ['total amount of lamps', bold(total(amount, (s) => product(s) === 'Lamp'))],
    ['total amount in Europe and Asia', bold(total(amount, (s) => isIn('Europe')(s) || isIn('Asia')(s)))],
    ['average unit price', bold(total(price) / sales.length)],
    ['What is the average amount where channel is online?', bold(total(amount, isOnline) / count(isOnline))],
    ['mean units of chairs', bold(total(units, (s) => product(s) === 'Chair') / count((s) => product(s) === 'Chair'))],
    ['minimum and maximum unit price', 'lowest *unit\\_price* of **40**', 'highest *unit\\_price* of **450**'],
    ['What is the highest amount?', bold(Math.max(...sales.map(amount)))],
    ['lowest salary', bold(3900)],
    ['How many rows are in sales.csv?', `${bold(10)} rows`],
    ['how many sales in Asia', `${bold(count(isIn('Asia')))} rows`],
    ['How many rows where channel is online?', `${bold(count(isOnline))} rows`],
    ['count rows with amount over 200', `${bold(count((s) => amount(s) > 200))} rows`],
    ['number of rows where units at least 4', `${bold(count((s) => units(s) >= 4))} rows`],
    [
      'how many rows with amount between 100 and 300',
      `${bold(count((s) => amount(s) >= 100 && amount(s) <= 300))} rows`,
    ],
    ['how many rows where units is 1', `${bold(count((s) => units(s) === 1))} rows`],
    ['total amount since 2024', bold(total(amount, (s) => date(s) >= '2024'))],
    ['total amount before 2024', bold(total(amount, (s) => date(s) < '2024'))],
    ['total amount after 2024-02-14', bold(total(amount, (s) => date(s) > '2024-02-14'))],
    ['total amount in march 2024', bold(total(amount, isYear('2024-03')))],
    ['total amount in Q1 2024', bold(total(amount, (s) => date(s) >= '2024-01' && date(s) < '2024-04'))],
    ['how many different products', `${bold(3)} different values of *product*`],
    ['Which regions are there?', `${bold(3)} different *region*`, '| Asia |', '| Europe |', '| North America |'],
    ['total salary by department', `| Research | ${figure(11_300)} |`, '| Support | 3,900 |'],
    [
      'total amount by region',
      ...['Europe', 'Asia'].map((name) => `| ${name} | ${figure(total(amount, isIn(name)))} |`),
    ],
    ['amount per region', `| Europe | ${figure(total(amount, isIn('Europe')))} |`, 'I added up *amount*'],
    ['average units by product in Europe', `| Lamp | ${figure(6)} |`, '| Chair | 2 |', '| Desk, oak | 1 |'],
    ['total amount by region and channel', `| Europe | Online | ${figure(880)} |`, '| Asia | (missing) | 250 |'],
    ['amount by year', '| 2023 | 120 |', `| 2024 | ${figure(total(amount, isYear('2024')))} |`, '| 2025 | 440 |'],
    ['monthly amount in 2024', `| 2024-01 | ${figure(480)} |`, '| 2024-06 | 250 |'],
    ['number of rows by channel', '| Online | 5 |', '| Store | 4 |', '| (missing) | 1 |'],
    ['top 2 products by amount', '**Desk, oak** comes first', `| Lamp | ${figure(938)} |`],
    ['Top two products by units', '**Lamp** comes first', `| Lamp | ${figure(22)} |`],
    ['Which region has the highest amount?', `**Europe** comes first with a total *amount* of ${bold(1450)}`],
    ['which product has the lowest units', '**Desk, oak** comes first', bold(3)],
    [
      'Which product has the highest unit price?',
      '**Desk, oak** comes first',
      bold(450),
      'highest *unit\\_price* of each',
    ],
    ['which department has the most rows', '**Research** comes first', bold(2)],
    ['top 3 rows by amount', '**3** such rows', '| 900 |', '| 450 |', '| 440 |'],
    ['total amount in 2023 and 2024', bold(total(amount, (s) => date(s) < '2025'))],
    ['compare amount in Europe and Asia', '| Europe | 1,450 |', '| Asia | 500 |'],
    ['compare amount in 2023 and 2024', '| 2023 | 120 |', '| 2024 | 2,458 |'],
    ['highest amount by region', '| North America | 900 |', '| Europe | 450 |', '| Asia | 250 |'],
    ['which channels are there', `${bold(2)} different *channel*`],
    ['total number of rows in sales.csv', `${bold(10)} rows`],
    ['how many different units', `${bold(new Set(sales.map(units)).size)} different values of *units*`],
    ['which products have an amount over 400', '**2** different', '| Desk, oak |', '| Lamp |'],
    ['average number of units', bold(total(units) / sales.length)],
    ['sales by region', '| Europe | 1,450 |'],
    ['total sales in Asia', bold(total(amount, isIn('Asia'))), '“sales” means the column *amount*'],
    ['total amount and average units in Asia', `total *amount* of ${bold(500)}`, `average *units* of ${bold(2.67)}`],
  ]

  test.each(cases)('%s', async (question, ...expected) => {
    const { markdown, calls } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
    const last = calls.at(-1)
    expect(last?.name).toBe('query_data')
    const { sql } = z.object({ sql: z.string() }).parse(last?.input)
    expect(markdown).toContain(`\`\`\`sql\n${sql}\n\`\`\``)
  })
})

describe('what it will not guess', () => {
  test.each([
    ['average clicks', 'may mean more than one column', '*clicks\\_left* or *clicks\\_right*'],
    ['how many rows of visits in 2024 in visits.csv', '*opened\\_at* or *closed\\_at*'],
    ['total amount in Atlantis', 'I do not know what “Atlantis” means here'],
    ['latest amount', '“latest”'],
    ['average of different amounts', 'not compute with them'],
    ['total amount with units', '“units”'],
    ['how many rows with amount over 2024-01-01', '“1 January 2024”'],
    ['total amount in march 2023 and 2024', 'pairs of both'],
    ['compare amount', 'Compare what?'],
    ['chart by region', 'which figure?'],
    ['unit price in 2024', 'the average, the lowest, the highest or the total'],
    ['average product', 'holds no numbers'],
    ['top 5 products', 'by which figure'],
    ['total', 'not of which column'],
    ['Why did we sell so few chairs?', 'not why they are so', 'With your own files'],
    ['Write me a poem about cheese', 'I did not understand'],
    ['total amount in missing.csv', 'There is no file *missing.csv* here'],
    ['chart amount', 'needs something to split'],
  ])('%s', async (question, ...expected) => {
    const { markdown, calls } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
    // Values may have been looked up, and rows of each place counted; nothing was computed.
    expect(calls.filter((call) => JSON.stringify(call.input).match(/sum\(|avg\(|count\(\*/))).toEqual([])
  })

  test('a question two tables could answer is asked back with both', async () => {
    await using twins = await openOfflineWorkspace({
      files: { 'north.csv': 'city,amount\nOslo,1\n', 'south.csv': 'city,amount\nRome,2\n' },
    })
    const { markdown } = await twins.ask('total amount')
    expect(markdown).toContain('*north.csv* or *south.csv*')
    expect((await twins.ask('total amount in north.csv')).markdown).toContain('**1**')
    // Only one of them knows Rome.
    expect((await twins.ask('total amount in Rome')).markdown).toContain('**2**')
  })

  test('a value that stands in two columns is asked back with both', async () => {
    await using trade = await openOfflineWorkspace({
      files: { 'trade.csv': 'seller,buyer,amount\nNorway,Sweden,5\nSweden,Norway,7\n' },
    })
    expect((await trade.ask('total amount of Norway')).markdown).toContain('*seller* or *buyer*')
    expect((await trade.ask('total amount where buyer is Norway')).markdown).toContain('**7**')
  })
})

describe('files and documents', () => {
  test('lists what is there', async () => {
    const markdown = await answerTo('What files are here?')
    expect(markdown).toContain('**5** files')
    expect(markdown).toContain('| notes/plan.md |')
  })

  test.each(['list files', 'show me the files', 'what files do you see?', 'which files are there', "what's here"])(
    '%s lists them too',
    async (question) => expect(await answerTo(question)).toContain('| sales.csv |'),
  )

  test('describes a table by its name, and asks which when there are several', async () => {
    const markdown = await answerTo('Describe sales.csv')
    expect(markdown).toContain('*sales.csv* has **10** rows and **7** columns')
    expect(markdown).toContain('| channel | VARCHAR | 1 | 2 |')
    expect(await answerTo('describe the staff table')).toContain('*staff.csv* has **4** rows')
    expect(await answerTo('describe this table')).toContain('Which file shall I describe?')
    expect(await answerTo('what columns does staff.csv have')).toContain('| bonus |')
  })

  test('finds text with its place', async () => {
    const { markdown } = await workspace.ask('Find "refund"')
    expect(markdown).toContain('*notes/plan.md* · **line 3** · under *Plan* · found: “refund”')
    expect(markdown).toContain('> The refund limit is 500.')
    expect(markdown).toContain('*notes/minutes.txt* · **line 1**')
    expect(await answerTo('Find "refund" in minutes.txt')).not.toContain('plan.md')
    expect(await answerTo('search for walrus')).toContain('“walrus” is nowhere')
    expect(await answerTo('which files mention the word refund?')).toContain('**2** documents mention “refund”')
    expect(await answerTo('find "Cleo"')).toContain('| staff.csv | 4 | Cleo,Research,6100,0 |')
  })

  test('quotes what a document says about a topic', async () => {
    const markdown = await answerTo('What does plan.md say about returns?')
    expect(markdown).toContain('> Returns are accepted for 30 days.')
    expect(markdown).not.toContain('refund limit')
    expect(await answerTo('What does the plan say about penguins?')).toContain('I find nothing about “penguins”')
    expect(await answerTo('read minutes.txt')).toContain('> Ada asked about the refund.')
  })

  test('an attached table is the one that is meant', async () => {
    const attachment = {
      type: 'attachment',
      name: 'staff.csv',
      path: 'staff.csv',
      mediaType: 'text/csv',
      bytes: 1,
    } as const
    const { markdown } = await workspace.ask('describe this table', { attachments: [attachment] })
    expect(markdown).toContain('*staff.csv* has **4** rows')
  })
})

describe('arithmetic', () => {
  test.each([
    ['What is 17.5 % of 2,340?', '**409.5**'],
    ['2+2', '**4**'],
    ['calculate (3 + 4) * 12 / 7', '**12**'],
    ['what is 12 times 12', '**144**'],
    ['how much is 10 minus 2.5?', '**7.5**'],
    ['square root of 81 plus 1', '**10**'],
    ['1,000,000 / 8', '**125,000**'],
    ['1/0', 'That did not work'],
  ])('%s', async (question, expected) => expect(await answerTo(question)).toContain(expected))
})

describe('charts', () => {
  test('draw a grouped figure as bars, and one over time as a line', async () => {
    const drawn = ({ calls }: Asked) => calls.find(({ name }) => name === 'chart')?.input
    const bars = await workspace.ask('Chart amount by region')
    expect(drawn(bars)).toMatchObject({ kind: 'bar', x: 'region', y: 'total amount' })
    expect(bars.markdown).toContain('**3** points')
    expect(bars.calls.at(-1)).toMatchObject({ name: 'query_data' })
    expect(bars.markdown).toContain('| total amount |')
    const line = await workspace.ask('plot units per month in 2024')
    expect(drawn(line)).toMatchObject({ kind: 'line', x: 'month', y: 'total units' })
    const pie = await workspace.ask('pie chart of amount by channel')
    expect(drawn(pie)).toMatchObject({ kind: 'pie' })
    const series = await workspace.ask('bar chart of amount by region and channel')
    expect(drawn(series)).toMatchObject({ x: 'region', series: 'channel' })
  })
})

describe('saving', () => {
  test('makes a report of what was answered, and of nothing else', async () => {
    const greeted = await workspace.ask('hello')
    const { history } = await workspace.ask('total amount by region', { history: greeted.history })
    const { calls, markdown } = await workspace.ask('Save this as a report', { history })
    expect(markdown).toContain('I saved one answer of this conversation as *output/report.html*.')
    const saved = readFileSync(join(workspace.workspace, 'output/report.html'), 'utf8')
    expect(saved).toContain('<h2>total amount by region</h2>')
    expect(saved).toContain('<td>Europe</td><td class="figure">1,450</td>')
    expect(saved).not.toContain('Hello')
    expect(calls.map((call) => call.name)).toEqual(['write_report'])
  })

  test('a report in Markdown has its charts beside it', async () => {
    const { history } = await workspace.ask('Chart amount by region')
    const { markdown } = await workspace.ask('Make a report called sums in Markdown', { history })
    expect(markdown).toContain('*output/sums.md*, with *output/sums-chart-1.svg* beside it')
    expect(readFileSync(join(workspace.workspace, 'output/sums.md'), 'utf8')).toContain('](<sums-chart-1.svg>)')
  })

  test('takes the name it is given', async () => {
    const { history } = await workspace.ask('2+2')
    const { markdown } = await workspace.ask('save this as numbers.md', { history })
    expect(markdown).toContain('*output/numbers.md*')
  })

  test('an agent without reports keeps the words of the answers', async () => {
    const { history } = await workspace.ask('2+2')
    const { markdown, calls } = await workspace.ask('save this as words', { history, toolNames: ['save_file'] })
    expect(calls.map((call) => call.name)).toEqual(['save_file'])
    expect(markdown).toContain('*output/words.md*')
  })

  test.each([
    ['Save this table as CSV', '**Export CSV**'],
    ['export these as an Excel file', 'I cannot write Excel files'],
    ['save this as results.xlsx', '**Export CSV**'],
    ['make a pdf report of this', 'I cannot write PDF files'],
    ['export this conversation as a Word document', 'I cannot write Word files'],
  ])('%s: says what can be done instead', async (question, expected) => {
    const { history } = await workspace.ask('total amount by region')
    const { markdown, calls } = await workspace.ask(question, { history })
    expect(markdown).toContain(expected)
    expect(calls).toEqual([])
  })

  test('has nothing to save before the first answer', async () => {
    expect(await answerTo('Save this as a report')).toContain('nothing to save yet')
  })
})

describe('refusals and failures', () => {
  test.each([
    ['The person denied this call.', 'You did not allow *write_report*'],
    ['Not answered: nobody was there to ask, so the call was not run.', 'was not answered'],
    ['The disk is full.', 'says “The disk is full.”'],
  ])('are told in a plain sentence: %s', async (said, expected) => {
    const { history } = await workspace.ask('2+2')
    const { markdown, calls } = await workspace.ask('save this', { history, instead: () => said })
    expect(markdown).toContain(expected)
    expect(calls).toHaveLength(1)
  })

  test('a damaged table does not hide the others', async () => {
    await using folder = await openOfflineWorkspace({
      files: { 'broken.parquet': 'not parquet', 'good.csv': 'city,amount\nOslo,1\nRome,2\n' },
    })
    expect((await folder.ask('total amount')).markdown).toContain('**3**')
    expect((await folder.ask('describe broken.parquet')).markdown).toContain('That did not work')
  })

  test('an empty folder is said to be empty', async () => {
    await using folder = await openOfflineWorkspace({})
    expect((await folder.ask('what files are here')).markdown).toContain('holds no files')
    expect((await folder.ask('total amount')).markdown).toContain('no table here')
    expect((await folder.ask('describe this table')).markdown).toContain('no table here')
  })

  test('a missing tool is named', async () => {
    const { markdown, calls } = await workspace.ask('total amount', { toolNames: ['list_files', 'calculator'] })
    expect(markdown).toContain('*describe_data*')
    expect(calls.map((call) => call.name)).toEqual(['list_files'])
  })

  test('what a file holds cannot become a link, a picture or a line of its own', async () => {
    const evil = '![x](https://evil.example/p)<b>'
    await using folder = await openOfflineWorkspace({
      files: { 'evil.csv': `name,amount\n"${evil}",1\n"two\nlines|",2\n` },
    })
    const { markdown } = await folder.ask('total amount by name')
    expect(markdown).toContain('!\\[x\\](https\\://evil.example/p)\\<b\\>')
    expect(markdown).toContain('two lines\\|')
  })

  test('help and greetings need no tools', async () => {
    for (const question of ['hello', 'What can you do?', '', '???']) {
      const { markdown, calls } = await workspace.ask(question, { toolNames: [] })
      expect(markdown).toContain('offline analyst')
      expect(calls).toEqual([])
    }
  })
})

test('every sample prompt of the agents is answered over the sample workspace', async () => {
  const assets = fileURLToPath(new URL('../../../assets/', import.meta.url))
  const agents = readdirSync(join(assets, 'agents')).map((name) => readFileSync(join(assets, 'agents', name), 'utf8'))
  const prompts = new Set(
    agents.flatMap((text) => z.object({ samplePrompts: z.array(z.string()) }).parse(parse(text)).samplePrompts),
  )
  await using samples = await openOfflineWorkspace({ copyOf: join(assets, 'sample-workspace') })
  const unanswered: string[] = []
  for (const prompt of prompts) {
    const { markdown } = await samples.ask(prompt)
    if (/did not understand|did not work|^Which |is nowhere|I find no/m.test(markdown))
      unanswered.push(`${prompt}: ${markdown}`)
  }
  expect(prompts.size).toBeGreaterThan(5)
  expect(unanswered).toEqual([])
})
