import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { describeDocumentFile } from './describe-document-file.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { unmark } from './outline/unmark.ts'
import { findTables } from './pdf/find-tables.ts'
import { layOutPage, pageText } from './pdf/lay-out-page.ts'
import { searchDocumentFile } from './search-document-file.ts'
import { findPassages } from './search/find-passages.ts'
import { rankPassages } from './search/rank-passages.ts'
import { readQuery } from './search/read-query.ts'
import { splitPassages } from './search/split-passages.ts'
import { splitWords } from './search/split-words.ts'
import { chooseSentences } from './summary/choose-sentences.ts'
import { proseSentences } from './summary/prose-sentences.ts'

/** Words, marks and line ends as documents mix them, and any characters at all. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...'The refund limit is 500 euros. It rains! Dr. Smith, e.g. here? # - * | 1. ="'.split(' '),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\n',
          '\n\n',
          '. ',
          'exam-\nple',
          '\t',
          '| a | b |',
          '東京の会議。',
          '👩‍🚒',
          '\ud800',
          '…',
          '```',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { maxLength: 400 },
  )
  .map((parts) => parts.join(' '))
const partsOf = (said: string) => [{ where: 'page 1', text: said }]
const collapse = (said: string) => said.replaceAll(/\s+/g, ' ').trim()
/** Where a line ends in a hyphen the two lines are one word. */
const asRead = (said: string) => collapse(said.replaceAll(/-\r?\n(?=\p{Ll})/gu, '-'))

describe('whatever a document says', () => {
  test('each passage is literally in it, in order, and no word of it is lost', () => {
    fc.assert(
      fc.property(text, (said) => {
        let at = 0
        const passages = splitPassages(partsOf(said), [])
        for (const passage of passages) {
          at = said.indexOf(passage.text, at)
          expect(at).toBeGreaterThanOrEqual(0)
        }
        expect(
          passages
            .map((passage) => passage.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(said.replaceAll(/\s/g, ''))
      }),
    )
  })

  test('each word stands where it is said to stand', () => {
    fc.assert(
      fc.property(text, (said) => {
        let end = 0
        for (const word of splitWords(said)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          end = word.end
        }
        expect(end).toBeLessThanOrEqual(said.length)
      }),
    )
  })

  test('what is found in a passage is literally in it, and the best hold as much as any', () => {
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(50), (said, other, from) => {
        const wanted = readQuery(`${said.slice(from, from + 20)} ${other} refunds`)
        const findings = findPassages(splitPassages(partsOf(said), []), wanted)
        const ranked = rankPassages([
          { path: 'a', findings },
          { path: 'b', findings },
        ])
        for (const { text: passage, matched, times } of ranked) {
          expect(said).toContain(passage)
          for (const word of matched) expect(collapse(passage)).toContain(word)
          expect(times).toHaveLength(wanted.length)
        }
        const held = ranked.map(({ times }) => times.filter((each) => each > 0).length)
        expect(held).toEqual(held.toSorted((a, b) => b - a))
        expect(ranked.length % 2).toBe(0)
      }),
    )
  })

  test('each sentence of a summary is literally in it, none twice, in order, and the same every time', () => {
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 1, max: 20 })), (said, count) => {
        const sentences = proseSentences(splitPassages(partsOf(said), []))
        const chosen = chooseSentences(sentences, count)
        const texts = chosen.map((sentence) => sentence.text)
        for (const sentence of texts) expect(asRead(said)).toContain(sentence)
        expect(new Set(texts).size).toBe(texts.length)
        expect(texts.length).toBe(Math.min(sentences.length, count ?? texts.length))
        expect(chosen).toEqual(sentences.filter((sentence) => chosen.includes(sentence)))
        expect(chooseSentences(sentences, count)).toEqual(chosen)
      }),
    )
  })

  test('its own words come through Markdown as they were', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'a_b_c',
            '*x*',
            '[l](u)',
            '`c`',
            '\\',
            '# t',
            '1. x',
            '- y',
            '**',
            '<b>',
            '&',
            '![i](j)',
            '|',
            '~',
            '+',
            '=',
          ),
          fc.string({ maxLength: 6 }),
        ),
      )
      .map((parts) => collapse(parts.join(' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')))
    const escape = (said: string) => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    fc.assert(
      fc.property(words, words, (one, two) => {
        const markdown = htmlToMarkdown(
          `<p>${escape(one)}</p><p>${escape(two)} <strong>bold</strong> <em>it</em> <a href="https://a.b/(c)">go</a></p><ul><li>item</li></ul>`,
        )
        expect(collapse(unmark(markdown))).toBe(collapse(`${one} ${two} bold it go - item`))
      }),
      { numRuns: 300 },
    )
  })
})

test('text anywhere on a page is laid out, and rows of a table are all as wide', () => {
  const coordinate = fc.oneof(fc.integer({ min: -50, max: 800 }), fc.double({ noNaN: false }))
  const item = fc.record({
    str: fc.oneof(fc.constantFrom('12', 'Oslo', '•', ''), fc.string({ maxLength: 8 })),
    width: coordinate,
    height: fc.oneof(fc.constantFrom(0, 11, 20), coordinate),
    transform: fc.tuple(coordinate, fc.constantFrom(0, 1), coordinate, coordinate, coordinate, coordinate),
    hasEOL: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      const lines = layOutPage(items)
      expect(collapse(pageText(lines)).replaceAll(' ', '')).toBe(
        collapse(items.map(({ str }) => str).join('')).replaceAll(' ', ''),
      )
      for (const grid of findTables(lines)) expect(new Set(grid.map((row) => row.length)).size).toBe(1)
    }),
  )
})

describe('any bytes under any name', () => {
  let folder: string
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'any-document-')))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('are looked through or refused with a sentence', async () => {
    const names = fc.constantFrom('a.pdf', 'a.docx', 'a.pptx', 'a.xlsx', 'a.html', 'a.md', 'a.txt', 'a')
    const head = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '<table><tr><td rowspan=9999999>',
      '| a |\n|-|\n',
      '\ufeff',
    )
    await fc.assert(
      fc.asyncProperty(names, head, fc.uint8Array({ maxLength: 400 }), async (name, begin, bytes) => {
        const file = { absolute: path.join(folder, name), shown: name }
        await writeFile(file.absolute, Buffer.concat([Buffer.from(begin), bytes]))
        for (const work of [
          () => describeDocumentFile({ ...file, sentences: null }),
          () => searchDocumentFile({ ...file, wanted: readQuery('refund "a b"') }),
        ]) {
          const outcome = await work().then(
            () => null,
            (error: unknown) => error,
          )
          expect(outcome === null || outcome instanceof AppError).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('real Word documents of a public library are described', async () => {
  const folder = fileURLToPath(new URL('../../../node_modules/mammoth/test/test-data/', import.meta.url))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.docx'))
  expect(names.length).toBeGreaterThan(10)
  const described = new Map<string, unknown>()
  for (const name of names) {
    const file = { absolute: await realpath(path.join(folder, name)), shown: name }
    const { headings, tables, sentences } = await describeDocumentFile({ ...file, sentences: null })
    described.set(name, [
      headings.map(({ text: title }) => title),
      tables.map(({ columns }) => columns),
      sentences.length,
    ])
  }
  expect(described.get('embedded-style-map.docx')).toEqual([['Walking on imported air'], [], 0])
  expect(described.get('tables.docx')).toEqual([[], [['Top left', 'Top right']], 0])
  expect(described.get('utf8-bom.docx')).toEqual([[], [], 1])
})
