import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentPassages } from '../../../shared/tool-results.ts'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import { contentOf, createToolContext, runTool } from '../files/tool-context.fixture.ts'
import type { ToolContext } from '../tool.ts'
import { makeDocx, makeEncryptedPdf, makePdf, makePptx, makeXlsx, paragraph } from './make-documents.fixture.ts'
import { readHere } from './read-here.fixture.ts'
import { searchDocuments } from './search-documents.ts'

const text = (words: string) => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`
const contents: Readonly<Record<string, Buffer | string | Promise<Buffer>>> = {
  'policy.docx': makeDocx(
    paragraph('Handbook', 'Heading1') +
      paragraph('Everybody is welcome.') +
      paragraph('Returns', 'Heading2') +
      paragraph('Goods may be sent back for 30 days. The refund limit is 500 euros.') +
      paragraph('Refunds are paid within a week.'),
  ),
  'report.pdf': makePdf([['Revenue grew in all regions.'], ['Two refunds were paid in March.'], []]),
  'talk.pptx': makePptx([{ body: text('Plans'), notes: 'Mention the refund' }, { body: text('Questions') }]),
  'page.html': '<html><title>Shop</title><body><h2>Money back</h2><p>Ask for your refund here.</p></body></html>',
  'notes.md': '# Notes\n\nCall Ada.\n\nThe café opens at nine.\n',
  'book.xlsx': makeXlsx({ Costs: [['Item'], ['Refund reserve']] }),
  'scan.pdf': makePdf([[], []]),
  'locked.pdf': makeEncryptedPdf(),
  'damaged.docx': 'PK\u0003\u0004 nothing',
  'data.csv': 'refund\n1\n',
}

let scope: Awaited<ReturnType<typeof openTemporaryScope>>
let context: ToolContext
beforeAll(async () => {
  scope = await openTemporaryScope()
  context = createToolContext(scope.scope, { documents: readHere })
  for (const [name, bytes] of Object.entries(contents)) await writeFile(path.join(scope.workspace, name), await bytes)
})
afterAll(() => scope[Symbol.asyncDispose]())

const search = async (query: string, places?: string[]) =>
  documentPassages.parse(contentOf(await runTool(searchDocuments, { query, ...(places && { places }) }, context)))

describe('looking through a folder', () => {
  test('finds every form of a word in every kind of document, with its place, and says what could not be read', async () => {
    const found = await search('refunds')
    const places = found.passages.map((passage) => [passage.path, passage.where, passage.heading, passage.matched])
    expect(places.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['book.xlsx', 'sheet Costs', null, ['Refund']],
      ['page.html', 'whole document', 'Money back', ['refund']],
      ['policy.docx', 'whole document', 'Returns', ['Refunds']],
      ['policy.docx', 'whole document', 'Returns', ['refund']],
      ['report.pdf', 'page 2', null, ['refunds']],
      ['talk.pptx', 'slide 1', null, ['refund']],
    ])
    expect(found.unread.map(({ path: name, why, isPartlyRead }) => [name, why, isPartlyRead])).toEqual([
      ['damaged.docx', '“damaged.docx” could not be read: it seems to be damaged.', false],
      ['locked.pdf', '“locked.pdf” is protected with a password.', false],
      ['report.pdf', '1 of its 3 pages hold no text; they may be scanned pictures.', true],
      ['scan.pdf', 'It holds no text; it may be scanned pictures.', true],
    ])
    expect(found.documents.reduce((sum, { passages }) => sum + passages, 0)).toBe(6)
  })

  test('puts the passage that holds all of it first, and comes with no other', async () => {
    const found = await search('limit of a refund', ['policy.docx', 'report.pdf'])
    expect(found.passages.map(({ path: name, text: said }) => [name, said])).toEqual([
      ['policy.docx', 'Goods may be sent back for 30 days. The refund limit is 500 euros.'],
    ])
  })

  test('comes with the nearest, and what they lack, when none holds all of it', async () => {
    const found = await search('refund ceremony', ['report.pdf'])
    expect(found.passages.map(({ text: said, missing }) => [said, missing])).toEqual([
      ['Two refunds were paid in March.', ['ceremony']],
    ])
    expect(found.wanted.map(({ asked, passages }) => [asked, passages])).toEqual([
      ['refund', 1],
      ['ceremony', 0],
    ])
  })

  test('takes a mistyped word for the one that is there, only when it is nowhere', async () => {
    const mistyped = await search('reveneu', ['report.pdf', 'notes.md'])
    expect(mistyped.wanted).toEqual([{ asked: 'revenue', passages: 1, insteadOf: 'reveneu' }])
    expect(mistyped.passages[0]?.matched).toEqual(['Revenue'])
    expect((await search('walrus', ['notes.md'])).found).toBe(0)
    expect((await search('cafe', ['notes.md'])).passages[0]?.where).toBe('line 5')
  })

  test('a quoted phrase is found only as it stands', async () => {
    expect((await search('"refund limit"', ['policy.docx'])).found).toBe(1)
    expect((await search('"limit refund"', ['policy.docx'])).found).toBe(0)
  })

  test('a heading alone finds what stands below it', async () => {
    expect((await search('returns', ['policy.docx'])).passages.map((each) => each.text)).toEqual([
      'Goods may be sent back for 30 days. The refund limit is 500 euros.',
    ])
  })

  test('stops at a number of documents, and says how many are left', async () => {
    await mkdir(path.join(scope.workspace, 'many'))
    for (let index = 0; index < 403; index++)
      await writeFile(path.join(scope.workspace, 'many', `${index}.txt`), `walrus ${index}`)
    const found = await search('walrus', ['many'])
    expect([found.documentsRead, found.notReached, found.found, found.passages.length]).toEqual([400, 3, 400, 8])
  })

  test('tells how far it is, and stops when it is cancelled', async () => {
    const controller = new AbortController()
    const steps = searchDocuments.run(
      searchDocuments.input.parse({
        query: 'refund',
        places: Object.keys(contents).filter((name) => name !== 'data.csv'),
      }),
      { ...context, signal: controller.signal },
      undefined,
    )
    expect((await steps.next()).value).toMatchObject({ message: '3 of 9 documents looked through' })
    controller.abort()
    await expect(steps.next()).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
