import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  makeDocx,
  makeEncryptedPdf,
  makePdf,
  makePlacedPdf,
  makePptx,
  paragraph,
  placedRows,
  table,
} from '../../../tools/documents/make-documents.fixture.ts'
import { readHere } from '../../../tools/documents/read-here.fixture.ts'
import { openOfflineWorkspace, type OfflineWorkspace } from '../offline-workspace.fixture.ts'

const clauses = [
  'This agreement is made between Larkspur and Finch for the rent of a shop.',
  'The rent is 1,200 euros a month and is paid on the third day.',
  'Larkspur may end the agreement with a notice period of three months.',
  'The notice must be given in writing and reach Finch by post.',
  'A deposit of two rents is kept until the shop is given back.',
  'Damage to the shop is paid from the deposit before it is given back.',
  'The agreement is governed by the law of Norway.',
]
const grid = [
  ['Region', 'Orders', 'Amount'],
  ['Europe', '300', '1,450.00'],
  ['Asia', '120', '500.50'],
  ['Total', '420', '1,950.50'],
]
const slide = (title: string, text: string) =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`

let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    documents: readHere,
    files: {
      'rent-contract.docx': makeDocx(
        paragraph('Rent contract', 'Heading1') +
          paragraph(clauses.slice(0, 2).join(' ')) +
          paragraph('Ending it', 'Heading2') +
          paragraph(clauses.slice(2, 4).join(' ')) +
          paragraph('Money back', 'Heading2') +
          paragraph(clauses.slice(4).join(' ')),
      ),
      'report.pdf': await makePlacedPdf([
        [
          { text: 'Sales report', x: 60, y: 740, size: 20 },
          { text: 'Sales grew in Norway and in Sweden.', x: 60, y: 700 },
        ],
        placedRows(grid, { columns: [60, 200, 320], top: 600 }),
      ]),
      'talk.pptx': makePptx([{ body: slide('Next year', 'We open a shop in Norway.') }]),
      'letters/first.txt': 'Dear Finch,\n\nthe shop is lovely.\n',
      'letters/second.txt': 'Dear Finch,\n\nthe rent went up.\n',
      'figures.docx': makeDocx(table(grid)),
      'scan.pdf': await makePdf([[], []]),
      'locked.pdf': makeEncryptedPdf(),
      'broken.docx': 'PK\u0003\u0004 nothing',
      'empty.txt': '',
      'staff.csv': 'name,country\nAda,Norway\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

const answerTo = async (question: string) => (await workspace.ask(question)).markdown

describe('what a document says', () => {
  test('is quoted exactly, with its place, the heading above it and the words that were found', async () => {
    const markdown = await answerTo('What does the contract say about notice periods?')
    expect(markdown).toContain('*rent-contract.docx* says about “notice periods”:')
    expect(markdown).toContain('**whole document** · under *Ending it* · found: “notice” and “period”')
    expect(markdown).toContain(`> ${clauses[2]} ${clauses[3]}`)
    expect(markdown).not.toContain(clauses[4])
  })

  test.each([
    ['quote the part on the deposit in rent-contract.docx', 'A deposit of two rents is kept'],
    ['find deposit in the contract', 'A deposit of two rents is kept'],
    ['where is Sweden mentioned in report.pdf?', '**page 1** · under *Sales report* · found: “Sweden”'],
    ['Does the report mention Norway?', 'Yes: *report.pdf* mentions “Norway”, in **1** passage.'],
    ['Does the report mention Denmark?', 'No: I find nothing about “Denmark” in *report.pdf*.'],
    ['what do my letters say about the rent', '*letters/second.txt* · **line 3** · found: “rent”'],
    ['what does report.pdf say about Swedn?', 'I took “sweden” for “Swedn”, which is nowhere.'],
    ['what does report.pdf say about walruses in Norway', 'These come nearest. “walruses” is nowhere.'],
    ['what does report.pdf say about walrus hunting in Norway', 'I find nothing about'],
    ['what does the recipe say about eggs', 'I find no document here called “the recipe”'],
    ['what does missing.pdf say about eggs', 'There is no file *missing.pdf* here'],
  ])('%s', async (question, expected) => expect(await answerTo(question)).toContain(expected))
})

describe('across the folder', () => {
  test('documents that mention something are ranked and quoted, and what could not be read is told', async () => {
    const markdown = await answerTo('Which documents mention Norway?')
    expect(markdown).toContain('**3** documents mention “Norway”, in **3** passages.')
    for (const row of ['| rent-contract.docx | 1 |', '| report.pdf | 1 | page 1 |', '| talk.pptx | 1 | slide 1 |'])
      expect(markdown).toContain(row)
    expect(markdown).toContain('*talk.pptx* · **slide 1** · under *Next year*')
    expect(markdown).toContain('- “locked.pdf” is protected with a password.')
    expect(markdown).toContain('- “broken.docx” could not be read: it seems to be damaged.')
    expect(markdown).toContain('- *scan.pdf*: It holds no text; it may be scanned pictures.')
  })

  test('finding looks through other text files too', async () => {
    const markdown = await answerTo('find Norway in all files')
    expect(markdown).toContain('“Norway” is in **3** passages of **3** documents.')
    expect(markdown).toContain('| staff.csv | 2 | Ada,Norway |')
    expect(await answerTo('where is “walrus” mentioned?')).toMatch(/nowhere here\.\n\nI looked through \d+ documents/)
  })
})

describe('a summary', () => {
  test('is the document’s own sentences with their places, and says so', async () => {
    const markdown = await answerTo('Summarise the contract in three sentences')
    expect(markdown).toContain(
      'These are the **3** sentences of *rent-contract.docx* that say most of the rest, out of 7.',
    )
    const quoted = [...markdown.matchAll(/^\d\. “(?<text>.*)” \(whole document, \*.+\*\)$/gm)].map((match) => match[1])
    expect(quoted).toHaveLength(3)
    for (const sentence of quoted) expect(clauses).toContain(sentence)
  })

  test('of a short document says that it is short', async () => {
    expect(await answerTo('summarise talk.pptx')).toContain('*talk.pptx* is short: this is its only whole sentence')
  })

  test('of one without running text says what there is instead', async () => {
    expect(await answerTo('summarise figures.docx')).toContain('no running text with whole sentences')
    expect(await answerTo('summarise scan.pdf')).toContain('holds no text on its 2 pages. They may be scanned pictures')
    expect(await answerTo('summarise locked.pdf')).toContain('“locked.pdf” is protected with a password.')
    expect(await answerTo('summarise broken.docx')).toContain('it seems to be damaged')
    expect(await answerTo('summarise empty.txt')).toContain('“empty.txt” is empty (0 bytes).')
    expect(await answerTo('summarise the letters')).toContain('Which file shall I summarise?')
  })
})

describe('what it is made of', () => {
  test('headings come with their places and how they are known', async () => {
    expect(await answerTo('outline the contract')).toBe(
      [
        '*rent-contract.docx* has **3** headings, by the styles of its headings:',
        '- Rent contract (whole document)\n  - Ending it (whole document)\n  - Money back (whole document)',
      ].join('\n\n'),
    )
    expect(await answerTo('what headings are in figures.docx')).toContain('I find no headings in *figures.docx*.')
  })

  test('tables come with the names that figures of them are asked by', async () => {
    expect(await answerTo('what tables are in report.pdf?')).toContain(
      '| report.pdf\\#page 2 table 1 | 2 | Region, Orders, Amount |',
    )
    expect(await answerTo('what tables are in talk.pptx?')).toContain('I find no tables in *talk.pptx*.')
  })

  test('one page is quoted by its number', async () => {
    const markdown = await answerTo('what is on page 1 of report.pdf?')
    expect(markdown).toContain('> Sales grew in Norway and in Sweden.')
    expect(markdown).not.toContain('Region')
    expect(await answerTo('what is on page 9 of report.pdf?')).toContain('ends with part 2')
  })
})

describe('figures of its tables', () => {
  test.each([
    [
      'total of orders in the table of figures.docx',
      '**420**',
      "FROM 'figures.docx#Table 1'",
      'The last row of Table 1, “Total”',
    ],
    ['total orders in report.pdf', '**420**', "FROM 'report.pdf#page 2 table 1'"],
    ['total orders in report.pdf#page 2 table 1', '**420**', "FROM 'report.pdf#page 2 table 1'"],
    ['orders of Asia in table 1 of figures.docx', '**120**', "FROM 'figures.docx#Table 1'"],
    ['which region has the highest orders in report.pdf', '**Europe** comes first', "FROM 'report.pdf#page 2 table 1'"],
    ['total orders in talk.pptx', 'I found no table with rows here.', ''],
    ['total orders on page 7 of report.pdf', 'I found no table with rows here.', ''],
  ])('%s', async (question, ...expected) => {
    const markdown = await answerTo(question)
    for (const part of expected) expect(markdown).toContain(part)
  })
})
