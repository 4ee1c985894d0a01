import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { documentText } from '../../../shared/tool-results.ts'
import { spawnNodeWorker } from '../../workers/spawn-node-worker.ts'
import type { WorkerHandle } from '../../workers/worker.ts'
import { createDocumentReader } from './create-document-reader.ts'
import {
  makeDocx,
  makeEncryptedPdf,
  makePdf,
  makePptx,
  makeXlsx,
  paragraph,
  table,
  zip,
} from './make-documents.fixture.ts'
import { readDocumentFile } from './read-document-file.ts'

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'documents-')))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const spawn = () => spawnNodeWorker('documents', 'process')
const inFolder = (name: string) => path.join(folder, name)

/** Reads bytes under a name, as the worker does. */
async function read(
  name: string,
  bytes: Buffer | string,
  options: { firstPart?: number; maxCharacters?: number } = {},
) {
  await writeFile(inFolder(name), bytes)
  return documentText.parse(await readDocumentFile({ ...request(name), ...options }))
}

const request = (name: string) => ({ absolute: inFolder(name), shown: name, firstPart: 1, maxCharacters: 40_000 })

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(String, (caught: unknown) => caught)
  return error instanceof AppError ? `${error.code}: ${error.message}` : String(error)
}

describe('reading', () => {
  test('a PDF page by page, from the page asked for', async () => {
    const pdf = await makePdf([['Revenue 2026', 'North 12'], [], ['The end']])
    expect(await read('report.pdf', pdf)).toEqual({
      path: 'report.pdf',
      format: 'PDF',
      parts: [
        { where: 'page 1', text: 'Revenue 2026\nNorth 12' },
        { where: 'page 2', text: '[No text on this page: it may be a scanned picture.]' },
        { where: 'page 3', text: 'The end' },
      ],
      totalParts: 3,
      truncated: false,
    })
    expect((await read('report.pdf', pdf, { firstPart: 3 })).parts.map(({ where }) => where)).toEqual(['page 3'])
    expect(await refusalOf(read('report.pdf', pdf, { firstPart: 4 }))).toBe(
      'INVALID_REQUEST: “report.pdf” ends with part 3, so there is no part 4.',
    )
  })

  test('Word with headings and tables', async () => {
    const body =
      paragraph('Plan', 'Heading1') +
      paragraph('Costs &amp; dates') +
      table([
        ['Item', 'EUR'],
        ['Desk | oak', '120'],
      ])
    const styled = await read('plan.docx', makeDocx(body))
    expect({ ...styled, parts: styled.parts.map(({ where }) => where) }).toEqual({
      path: 'plan.docx',
      format: 'Word',
      parts: ['whole document'],
      totalParts: 1,
      truncated: false,
    })
    expect(styled.parts[0]!.text).toContain('Costs & dates\n\n| Item | EUR |\n| --- | --- |\n| Desk \\| oak | 120 |')
  })

  test('Excel sheet by sheet', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => [index, 'x'])
    const answer = await read(
      'book.xlsx',
      makeXlsx({
        Costs: [
          ['Item', 'EUR'],
          ['Desk', 120.5],
        ],
        Long: rows,
      }),
    )
    expect(answer.parts[0]).toEqual({ where: 'sheet Costs', text: 'Item\tEUR\nDesk\t120.5' })
    expect(answer.parts[1]!.text).toMatch(/\[100 more rows: use query_data\.\]$/)
  })

  test('PowerPoint in the order of the show, with tables and notes', async () => {
    const text = (words: string) => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`
    const cells = ['A', 'B'].map((cell) => `<a:tc><a:txBody>${text(cell)}</a:txBody></a:tc>`).join('')
    const slides = [
      { body: text('First &amp; best'), notes: 'Speak slowly' },
      { body: `<a:tbl><a:tr>${cells}</a:tr></a:tbl>` },
    ]
    expect((await read('show.pptx', makePptx(slides))).parts).toEqual([
      { where: 'slide 1', text: 'First & best\n\nNotes: Speak slowly' },
      { where: 'slide 2', text: '| A | B |' },
    ])
  })

  test('a web page as its article, without scripts', async () => {
    const html = `<html><head><title>News</title></head><body><script>alert(1)</script><nav>menu</nav>
      <article><h2>Today</h2><p>${'Something happened. '.repeat(30)}</p><img src="https://tracker.example/x.png">
      <p><a href="https://example.com/">More</a></p></article></body></html>`
    const { format, parts } = await read('page.html', html)
    expect(format).toBe('HTML')
    expect(parts[0]!.text).toContain('# News')
    expect(parts[0]!.text).toContain('Something happened.')
    expect(parts[0]!.text).not.toMatch(/alert|tracker|menu/)
  })

  test('Markdown and text by their lines, in whatever encoding', async () => {
    expect(await read('notes.md', '# Title\n\nText\n')).toMatchObject({
      format: 'Markdown',
      parts: [{ where: 'lines 1–3', text: '# Title\n\nText\n' }],
    })
    expect((await read('old.txt', Buffer.from('Gr\xfc\xdfe', 'latin1'))).parts[0]!.text).toBe('Grüße')
    expect((await read('wide.txt', Buffer.from('\uFEFFGrüße', 'utf16le'))).parts[0]!.text).toBe('Grüße')
  })

  test('a long document in parts that follow each other without a gap', async () => {
    const text = Array.from({ length: 3000 }, (_, index) => `line ${index}`).join('\n')
    const first = await read('long.txt', text, { maxCharacters: 15_000 })
    expect([first.parts.length, first.truncated]).toEqual([2, true])
    const rest = await read('long.txt', text, { firstPart: 3 })
    expect([...first.parts, ...rest.parts].map((part) => part.text).join('')).toBe(text)
    expect(rest.parts.at(-1)!.where).toMatch(/^lines \d+–3000$/)
  })

  test('one part longer than what is asked for is cut and says so', async () => {
    const answer = await read('one.txt', 'x'.repeat(5000), { maxCharacters: 1000 })
    expect([answer.truncated, answer.parts[0]!.text.slice(1000)]).toEqual([
      true,
      '\n[Cut: 4000 more characters in this part.]',
    ])
  })
})

describe('documents that cannot be read', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const bomb = zip({ 'word/document.xml': '0'.repeat(310_000_000) })
  const doctype = zip({
    'ppt/presentation.xml': '<!DOCTYPE x [<!ENTITY a "b">]><p:presentation/>',
    'ppt/_rels/presentation.xml.rels': '<x/>',
  })

  test.each([
    ['empty.pdf', Buffer.alloc(0), 'FILE_MALFORMED: “empty.pdf” is empty (0 bytes).'],
    ['locked.pdf', makeEncryptedPdf(), 'FILE_ENCRYPTED: “locked.pdf” is protected with a password.'],
    [
      'locked.docx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'FILE_ENCRYPTED: “locked.docx” is protected with a password.',
    ],
    ['old.doc', ole, 'FILE_MALFORMED: “old.doc” is in the Office format of before 2007.'],
    ['not.pdf', 'plain text', 'FILE_MALFORMED: “not.pdf” does not hold what a file ending in .pdf should.'],
    ['not.xlsx', 'plain text', 'FILE_MALFORMED: “not.xlsx” does not hold what a file ending in .xlsx should.'],
    ['cut.pdf', '%PDF-1.7\n1 0 obj', 'FILE_MALFORMED: “cut.pdf” could not be read: it seems to be damaged.'],
    ['cut.docx', 'PK\u0003\u0004 nothing', 'FILE_MALFORMED: “cut.docx” could not be read: it seems to be damaged.'],
    ['entities.pptx', doctype, 'FILE_MALFORMED: “entities.pptx” could not be read: it seems to be damaged.'],
    [
      'picture.png',
      Buffer.from([0x89, 0x50, 0, 1]),
      'FILE_MALFORMED: “picture.png” is not a document this app can read.',
    ],
    ['bomb.docx', bomb, 'FILE_TOO_LARGE: “bomb.docx” unpacks to more than can be read safely.'],
    ['a\nb.pdf', Buffer.alloc(0), 'FILE_MALFORMED: “a\\nb.pdf” is empty (0 bytes).'],
  ])('%j gets one clear sentence', async (name, bytes, sentence) => {
    expect(await refusalOf(read(name, bytes))).toBe(sentence)
  })

  test('a bomb that lies about its size is found by what comes out', async () => {
    const lying = Buffer.from(bomb)
    // The unpacked size, in the local header and in the directory.
    lying.writeUInt32LE(1000, 22)
    lying.writeUInt32LE(1000, lying.indexOf(Buffer.from('PK\u0001\u0002')) + 24)
    expect(await refusalOf(read('lying.docx', lying))).toMatch(/^FILE_(TOO_LARGE|MALFORMED)/)
  })

  test('a file of two gigabytes is refused before it is read', async () => {
    await writeFile(inFolder('huge.pdf'), '%PDF-')
    await truncate(inFolder('huge.pdf'), 2_000_000_000)
    const reading = readDocumentFile(request('huge.pdf'))
    expect(await refusalOf(reading)).toBe('FILE_TOO_LARGE: “huge.pdf” is larger than the 100 MB that can be read.')
  })

  test('a symlink put in place of a checked file is not followed', async () => {
    await writeFile(inFolder('secret.txt'), 'SECRET')
    await symlink(inFolder('secret.txt'), inFolder('checked.txt'))
    const reading = readDocumentFile(request('checked.txt'))
    expect(await refusalOf(reading)).toMatch(/^FILE_CHANGED/)
  })
})

describe('the reader’s process', () => {
  const options = { firstPart: 1, maxCharacters: 1000, signal: new AbortController().signal }
  const file = { absolute: '/nowhere', shown: 'hang.pdf' }

  /** A worker that never answers, and says how it ended. */
  function hang() {
    let onExit: ((reason: string) => void) | undefined
    const ended: string[] = []
    const handle: WorkerHandle = {
      post: () => {},
      onMessage: () => () => {},
      onExit: (listener) => {
        onExit = listener
        return () => {}
      },
      kill: () => void ended.push('killed'),
    }
    return { handle, ended, die: () => onExit?.('SIGSEGV') }
  }

  test('is killed at the time limit, with a sentence that says so', async () => {
    const worker = hang()
    const reader = createDocumentReader(() => worker.handle, { timeLimitMs: 20 })
    expect(await refusalOf(reader.read(file, options))).toBe(
      'TOOL_TIMEOUT: Reading “hang.pdf” took too long, so it was stopped.',
    )
    expect(worker.ended).toContain('killed')
  })

  test('is killed when the run is cancelled', async () => {
    const worker = hang()
    const controller = new AbortController()
    const reading = createDocumentReader(() => worker.handle).read(file, { ...options, signal: controller.signal })
    controller.abort()
    expect(await refusalOf(reading)).toMatch(/^CANCELLED/)
    expect(worker.ended).toContain('killed')
  })

  test('takes nothing along when a document ends it', async () => {
    const worker = hang()
    const reading = createDocumentReader(() => worker.handle).read(file, options)
    worker.die()
    expect(await refusalOf(reading)).toBe('WORKER_DIED: “hang.pdf” could not be read: its reader ended unexpectedly.')
  })

  test('says so when it is handed a folder', async () => {
    await mkdir(inFolder('reports.pdf'))
    const reader = createDocumentReader(spawn)
    expect(await refusalOf(reader.read({ absolute: inFolder('reports.pdf'), shown: 'reports.pdf' }, options))).toBe(
      'FILE_UNREADABLE: “reports.pdf” is not a file.',
    )
    reader.close()
  })

  test('reads a document and hands its refusals back', async () => {
    const reader = createDocumentReader(spawn)
    await writeFile(inFolder('a.pdf'), await makePdf([['Hello']]))
    await writeFile(inFolder('empty.pdf'), '')
    const answer = await reader.read({ absolute: inFolder('a.pdf'), shown: 'a.pdf' }, options)
    expect(answer.parts).toEqual([{ where: 'page 1', text: 'Hello' }])
    expect(await refusalOf(reader.read({ absolute: inFolder('empty.pdf'), shown: 'empty.pdf' }, options))).toBe(
      'FILE_MALFORMED: “empty.pdf” is empty (0 bytes).',
    )
  })

  test('is a new one for each document, gone with it', async () => {
    const workers: WorkerHandle[] = []
    let exits = 0
    const reader = createDocumentReader(() => {
      const worker = spawn()
      worker.onExit(() => exits++)
      workers.push(worker)
      return worker
    })
    await writeFile(inFolder('a.txt'), 'x')
    for (let round = 0; round < 2; round++) await reader.read({ absolute: inFolder('a.txt'), shown: 'a.txt' }, options)
    await expect.poll(() => exits).toBe(2)
    expect(workers.length).toBe(2)
  })
})
