import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentProfile } from '../../../shared/tool-results.ts'
import { describeDocumentFile } from './describe-document-file.ts'
import {
  makeDocx,
  makePdf,
  makePlacedPdf,
  makePptx,
  paragraph,
  placedRows,
  table,
  type PlacedText,
} from './make-documents.fixture.ts'
import { withDocument } from './with-document.ts'

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'documents-')))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, bytes: Buffer | string) {
  const absolute = path.join(folder, name)
  await writeFile(absolute, bytes)
  return { absolute, shown: name }
}

const profile = async (name: string, bytes: Buffer | string, sentences: number | null = null) =>
  documentProfile.parse(await describeDocumentFile({ ...(await put(name, bytes)), sentences }))
const tables = async (name: string, bytes: Buffer | string) =>
  withDocument(await put(name, bytes), (document) => document.tables())
const headings = async (name: string, bytes: Buffer | string) => {
  const found = await profile(name, bytes)
  return {
    list: found.headings.map(({ level, text, where }) => `${level} ${text} (${where})`),
    from: found.headingsFrom,
  }
}

describe('headings', () => {
  test('of Word come from its styles', async () => {
    const body = paragraph('Plan', 'Heading1') + paragraph('Text.') + paragraph('Costs_2025 &amp; *dates*', 'Heading2')
    expect(await headings('plan.docx', makeDocx(body))).toEqual({
      list: ['1 Plan (whole document)', '2 Costs_2025 & *dates* (whole document)'],
      from: 'the styles of its headings',
    })
  })

  test('of Markdown and HTML are their own, not what stands in code', async () => {
    expect(await headings('a.md', '# One\n\n```\n# no\n```\n\nTwo\n---\n\n### Three ###\n')).toEqual({
      list: ['1 One (line 1)', '2 Two (line 7)', '3 Three (line 10)'],
      from: 'its headings',
    })
    const { list } = await headings(
      'a.html',
      '<html><head><title>T</title></head><body><h2>Sub</h2><p>x</p></body></html>',
    )
    expect(list).toEqual(['1 T (whole document)', '2 Sub (whole document)'])
  })

  test('of PowerPoint are the titles of slides', async () => {
    const title = `<p:sp><p:nvSpPr><p:nvPr><p:ph type="ctrTitle"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Hello</a:t></a:r></a:p></p:txBody></p:sp>`
    const other = '<p:sp><p:txBody><a:p><a:r><a:t>no title</a:t></a:r></a:p></p:txBody></p:sp>'
    expect((await headings('a.pptx', makePptx([{ body: title }, { body: other }]))).list).toEqual(['1 Hello (slide 1)'])
  })

  test('of a PDF without an outline are its larger lines, and said to be', async () => {
    const page = (title: string, lines: readonly string[]): PlacedText[] => [
      { text: 'Larkspur Ltd', x: 40, y: 780, size: 14 },
      { text: title, x: 40, y: 740, size: 20 },
      ...lines.map((text, index) => ({ text, x: 40, y: 700 - index * 15 })),
    ]
    const pdf = await makePlacedPdf(
      ['First', 'Second', 'Third'].map((name) => page(`${name} chapter`, ['Some plain text here.', 'And a bit more.'])),
    )
    expect(await headings('a.pdf', pdf)).toEqual({
      list: ['1 First chapter (page 1)', '1 Second chapter (page 2)', '1 Third chapter (page 3)'],
      from: 'lines in larger letters, as it has no outline of its own',
    })
    expect(await headings('b.pdf', await makePdf([['All alike', 'Nothing larger']]))).toEqual({ list: [], from: null })
  })
})

describe('tables', () => {
  const grid = [
    ['Region', 'Orders', 'Amount'],
    ['Europe', '300', '1,450.00'],
    ['Asia', '120', '500.50'],
    ['Total', '420', '1,950.50'],
  ]
  const data = {
    columns: ['Region', 'Orders', 'Amount'],
    rows: grid.slice(1, 3),
  }

  test('of Word, a row of totals left out and told', async () => {
    const [found] = await tables('a.docx', makeDocx(paragraph('Before') + table(grid)))
    expect(found).toMatchObject({ name: 'Table 1', ...data })
    expect(found?.notes).toEqual(['The last row of Table 1, “Total”, adds up the others and is left out.'])
  })

  test('of Word without a header have numbered columns, so that no row is lost', async () => {
    const [found] = await tables('b.docx', makeDocx(table(grid.slice(1, 3))))
    expect(found).toMatchObject({ columns: ['column_1', 'column_2', 'column_3'], rows: grid.slice(1, 3) })
    const years = [
      ['Region', '2023', '2024'],
      ['Europe', '1', '2'],
    ]
    expect((await tables('c.docx', makeDocx(table(years))))[0]?.columns).toEqual(['Region', '2023', '2024'])
  })

  test('of HTML with cells over several rows and columns, none for the layout', async () => {
    const html = `<table><tr><td><table><tr><th>City</th><th colspan="2">Sales</th></tr>
      <tr><td rowspan="2">Oslo</td><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></table></td></tr></table>`
    expect(await tables('a.html', html)).toMatchObject([
      {
        name: 'Table 1',
        columns: ['City', 'Sales', 'column_3'],
        rows: [
          ['Oslo', '1', 'a'],
          ['Oslo', '2', 'b'],
        ],
      },
    ])
  })

  test('of Markdown and PowerPoint', async () => {
    expect(await tables('a.md', 'x\n\n| a | b |\n| --- | ---: |\n| 1 \\| 2 | 3 |\n\ny')).toMatchObject([
      { name: 'Table 1', columns: ['a', 'b'], rows: [['1 | 2', '3']] },
    ])
    const cell = (words: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody></a:tc>`
    const rows = grid.slice(0, 3).map((row) => `<a:tr>${row.map(cell).join('')}</a:tr>`)
    const deck = makePptx([{ body: '<a:p/>' }, { body: `<a:tbl>${rows.join('')}</a:tbl>` }])
    expect(await tables('a.pptx', deck)).toMatchObject([{ name: 'slide 2 table 1', ...data }])
  })

  const columns = [60, 200, 320]
  const prose = (top: number): PlacedText[] =>
    ['This quarter went well in every region we sell to.', 'The figures are below.'].map((text, index) => {
      return { text, x: 60, y: top - index * 15 }
    })

  test('of a PDF from where its text stands, in whatever order it is written', async () => {
    const placed = placedRows(grid, { columns, top: 600 })
    const byColumn = placed.toSorted((a, b) => a.x - b.x)
    const pdf = await makePlacedPdf([prose(700), [...prose(700), ...byColumn, ...prose(400)]])
    expect(await tables('a.pdf', pdf)).toMatchObject([{ name: 'page 2 table 1', where: 'page 2', ...data }])
  })

  const wrapping = [
    ['Article made to order', 'Sold to', 'Pieces'],
    ['Hand-painted garden', 'Miller and', '12'],
    ['Lamp', 'Jones', '7'],
    ['Wooden toy train with', 'Otto', '150'],
  ]
  const wrapped = (parts: readonly PlacedText[]) => [
    ...wrapping.flatMap((row, y) => row.map((text, x) => ({ text, x: columns[x] ?? 0, y: 600 - y * 34 }))),
    ...parts,
  ]

  test('of a PDF with cells that go on in the next line', async () => {
    const parts = [
      { text: 'bench, large', x: 60, y: 553 },
      { text: 'Daughters', x: 200, y: 553 },
      { text: 'three big carriages,', x: 60, y: 485 },
      { text: 'driver and bell', x: 60, y: 472 },
    ]
    expect(await tables('wrapped.pdf', await makePlacedPdf([wrapped(parts)]))).toMatchObject([
      {
        columns: wrapping[0],
        rows: [
          ['Hand-painted garden bench, large', 'Miller and Daughters', '12'],
          ['Lamp', 'Jones', '7'],
          ['Wooden toy train with three big carriages, driver and bell', 'Otto', '150'],
        ],
      },
    ])
  })

  test.each<readonly [what: string, texts: readonly PlacedText[]]>([
    ['running text', prose(700)],
    ['a table with a line below a cell it would have fitted into', wrapped([{ text: 'bent', x: 60, y: 519 }])],
    ['a table with a line that stands under no cell', wrapped([{ text: 'bench, large', x: 80, y: 553 }])],
    ['a table with a figure below a figure', wrapped([{ text: '300', x: 320, y: 553 }])],
    [
      'a table with a line of which only one part is a cell that goes on',
      wrapped([
        { text: 'bench, large', x: 60, y: 553 },
        { text: '300', x: 320, y: 553 },
      ]),
    ],
    ['a table with a line between two rows', wrapped([{ text: 'bench, large', x: 60, y: 549 }])],
    ['two rows', placedRows(grid.slice(0, 2), { columns, top: 600 })],
    [
      'text in two columns',
      placedRows(
        Array.from({ length: 12 }, (_, index) => [
          `Some words of a long sentence ${'on'.repeat(index % 3)} that goes`,
          `and words of another story that ${'is'.repeat(index % 4)} beside`,
        ]),
        { columns: [40, 320], top: 700 },
      ),
    ],
    [
      'a list with numbers',
      placedRows(
        ['First thing', 'Second', 'Third', 'Fourth'].map((item, index) => [`${index + 1}.`, item]),
        { columns: [40, 80], top: 700 },
      ),
    ],
    [
      'labels with values',
      placedRows(
        [
          ['Invoice:', '4711'],
          ['Date:', '2025'],
          ['Amount:', '12.00'],
          ['Days:', '14'],
        ],
        { columns: [40, 140], top: 700 },
      ),
    ],
    [
      'a table of contents',
      placedRows(
        ['One', 'Two', 'Three', 'Four'].map((title, index) => [`${title} ........................`, String(index * 7)]),
        { columns: [40, 400], top: 700 },
      ),
    ],
    [
      'a table with rows so close that a line may belong to the one above or below',
      [...placedRows(grid, { columns, top: 600 }), { text: 'and others', x: 60, y: 573 }],
    ],
    [
      'a table with a title between its rows',
      [
        ...placedRows(grid, { columns, top: 600 }),
        { text: 'Overseas', x: 60, y: 528 },
        ...placedRows(grid.slice(1), { columns, top: 510 }),
      ],
    ],
    ['rows without a header', placedRows(grid.slice(1).concat([['Mars', '1', '2']]), { columns, top: 600 })],
  ])('%s on a PDF page is no table', async (_what, texts) => {
    expect(await tables('no.pdf', await makePlacedPdf([texts]))).toEqual([])
  })
})

describe('its own sentences', () => {
  const story = [
    'The harbour opened in 1890 and made the town rich.',
    'Ships brought coffee and cotton to the harbour.',
    'Dr. Smith wrote that the harbour was the heart of the town.',
    'It rained on Sunday.',
    'The town lost its harbour trade to the railway in 1920.',
    'A small museum shows the coffee ships today.',
  ]

  test('are those like the rest, in their order, as many as asked for', async () => {
    const { sentences, totalSentences } = await profile('a.md', `# Harbour\n\n${story.join(' ')}\n`, 3)
    expect(totalSentences).toBe(5)
    expect(sentences.map(({ text }) => text)).toHaveLength(3)
    expect(sentences[0]?.text).toBe(story[0])
    expect(sentences.map(({ text }) => story.indexOf(text))).toEqual(
      sentences.map(({ text }) => story.indexOf(text)).toSorted((a, b) => a - b),
    )
  })

  test('are whole though a line ends in them, and stop where the next begins', async () => {
    const lines = [
      'Larkspur & Finch makes fur-',
      'niture for people who',
      'work at home. It sells',
      'it in 12.5 countries, e.g. Norway.',
    ]
    expect((await profile('wrapped.pdf', await makePdf([lines]))).sentences.map(({ text }) => text)).toEqual([
      'Larkspur & Finch makes fur-niture for people who work at home.',
      'It sells it in 12.5 countries, e.g. Norway.',
    ])
  })

  test('are never headings, rows of tables, page numbers or what each page repeats', async () => {
    const pages = story.map((sentence, index): PlacedText[] => [
      { text: 'The Harbour Society keeps all of its rights to this.', x: 40, y: 780 },
      { text: `Part ${index + 1} of the story about the harbour.`, x: 40, y: 740, size: 20 },
      { text: sentence, x: 40, y: 700 },
      { text: `Page ${index + 1} of 6.`, x: 40, y: 30 },
    ])
    const { sentences } = await profile('a.pdf', await makePlacedPdf(pages), 20)
    expect(sentences.map(({ text, where }) => [text, where])).toEqual(
      story.flatMap((text, index) => (index === 3 ? [] : [[text, `page ${index + 1}`]])),
    )
    const body = table([
      ['The first row of it is here.', 'And the other cell is here too.'],
      ['a', 'b'],
    ])
    expect(
      (await profile('b.docx', makeDocx(body + paragraph(story[0] ?? '')))).sentences.map(({ text }) => text),
    ).toEqual([story[0]])
  })
})
