import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { conversationId, resultId } from '../../shared/ids.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import { beginningCharacters, beginningOf } from './beginning-of.ts'
import { fileRead } from './files/file-read.ts'
import { listFiles } from './files/list-files.ts'
import { readResult } from './files/read-result.ts'
import { firstConversation, openRunTools, type OpenedRunTools } from './run-tools.fixture.ts'
import { calculator } from './system/calculator.ts'

const tools = [fileRead, listFiles, readResult, calculator]
const other = conversationId.parse('conversation2')

let at: OpenedRunTools
beforeEach(async () => {
  at = await openRunTools(tools)
  await at.put('short.txt', 'word '.repeat(200))
  await at.put(
    'long.txt',
    Array.from({ length: 1000 }, (_, n) => `line ${n} of a long file, with some words`).join('\n'),
  )
})
afterEach(() => at[Symbol.asyncDispose]())

const textOf = ({ content: [first] }: ToolOutcome) => (first?.type === 'text' ? first.text : '')

describe('a result the model still reads', () => {
  test('is told as a reference the second time, while the person sees it whole', async () => {
    const first = await at.call('file_read', { path: 'short.txt' }, { id: 'first' })
    const second = await at.call('file_read', { path: 'short.txt' }, { id: 'second' })
    const third = await at.call('file_read', { path: 'short.txt' }, { id: 'third' })
    const reference = 'The same as the result of the earlier call first with this input, which still holds.'
    expect([textOf(second), textOf(third)]).toEqual([reference, reference])
    expect(second.display).toEqual({ kind: 'text', text: textOf(first) })
    expect(second.cached?.savedTokens).toBe(Math.floor((textOf(first).length - reference.length) / 4))
  })

  test('is told whole again after the conversation was compacted, and in every other conversation', async () => {
    const first = await at.call('file_read', { path: 'short.txt' })
    expect(textOf(await at.call('file_read', { path: 'short.txt' }, { conversation: other }))).toBe(textOf(first))
    at.earlier.forget(firstConversation)
    const again = await at.call('file_read', { path: 'short.txt' })
    expect([textOf(again), again.cached?.savedTokens]).toEqual([textOf(first), 0])
  })

  test('is told anew when the file has changed', async () => {
    await at.call('file_read', { path: 'short.txt' })
    await at.put('short.txt', 'other '.repeat(200))
    expect(textOf(await at.call('file_read', { path: 'short.txt' }))).toContain('other')
  })

  test('is told again when it is shorter than the reference would be', async () => {
    await at.call('calculator', { expression: '6 * 7' })
    const again = await at.call('calculator', { expression: '6 * 7' })
    expect(JSON.stringify(again.content)).toContain('42')
    expect(again.cached?.savedTokens).toBe(0)
  })

  test('is given whole to a model that cannot follow references', async () => {
    const plain = await openRunTools(tools, { followsReferences: false })
    try {
      await plain.put('long.txt', 'word '.repeat(10_000))
      const first = await plain.call('file_read', { path: 'long.txt' })
      const second = await plain.call('file_read', { path: 'long.txt' })
      expect([second.content, second.display, second.kept]).toEqual([first.content, undefined, undefined])
    } finally {
      await plain[Symbol.asyncDispose]()
    }
  })
})

describe('a long result', () => {
  const readLong = () => at.call('file_read', { path: 'long.txt', lines: 1000 })

  test('is kept whole, and the model gets its first lines and how to read on', async () => {
    const outcome = await readLong()
    const [id, kept] = [...at.kept.all.entries()][0]!
    const [told, note] = textOf(outcome).split('\n[')
    expect(outcome.kept).toEqual({ resultId: id, characters: kept.text.length })
    expect([kept.text.startsWith(told!), kept.isForeign, told!.length < beginningCharacters]).toEqual([
      true,
      false,
      true,
    ])
    expect(note).toMatch(
      /^[\d,]+ of [\d,]+ characters are left out\. Read on with read_result: \{"resultId": "result-1", "from": \d+\}/,
    )
    expect(outcome.display).toEqual({ kind: 'text', text: kept.text })
  })

  test('is read on to its end without losing or doubling a character', async () => {
    const outcome = await readLong()
    const { resultId: id, characters } = outcome.kept!
    const [, from] = /"from": (\d+)/.exec(textOf(outcome))!
    let read = textOf(outcome).split('\n[')[0]!
    expect(read.length).toBe(Number(from))
    while (read.length < characters) {
      const part = textOf(await at.call('read_result', { resultId: id, from: read.length, characters: 9000 }))
      read += part.slice(0, part.lastIndexOf('\n['))
    }
    expect(read).toBe(at.kept.all.get(id)?.text)
    expect(textOf(await at.call('read_result', { resultId: id, from: characters }))).toContain('ends at character')
  })

  test('is given whole to an agent without the tool to read on, and is a reference the second time all the same', async () => {
    const unable = await openRunTools([fileRead])
    try {
      const lines = Array.from({ length: 1000 }, (_, n) => `line ${n} of a long file, with some words`).join('\n')
      await unable.put('long.txt', lines)
      const first = await unable.call('file_read', { path: 'long.txt', lines: 1000 }, { id: 'first' })
      const second = await unable.call('file_read', { path: 'long.txt', lines: 1000 })
      expect(textOf(first)).toContain('line 999 of a long file')
      expect([first.kept, first.display, unable.kept.all.size]).toEqual([undefined, undefined, 0])
      const reference = 'The same as the result of the earlier call first with this input, which still holds.'
      expect(textOf(second)).toBe(reference)
      expect(second.cached?.savedTokens).toBe(Math.floor((textOf(first).length - reference.length) / 4))
    } finally {
      await unable[Symbol.asyncDispose]()
    }
  })

  test('is searched by text, with places that can be read', async () => {
    const { resultId: id } = (await readLong()).kept!
    const found = textOf(await at.call('read_result', { resultId: id, search: 'LINE 777 OF' }))
    const [line, place] = /^(\d+)\t.*line 777 of a long file/.exec(found)!
    expect([line, found]).toEqual([expect.anything(), expect.stringContaining('These are all.')])
    expect(textOf(await at.call('read_result', { resultId: id, from: Number(place), characters: 8 }))).toMatch(
      /^line 777/,
    )
    expect(textOf(await at.call('read_result', { resultId: id, search: 'nowhere' }))).toContain('Not found')
  })

  test('cannot be read from another conversation', async () => {
    const { resultId: id } = (await readLong()).kept!
    await expect(at.call('read_result', { resultId: id }, { conversation: other })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('keeps that it came from outside', async () => {
    await mkdir(path.join(at.attachmentsDir, firstConversation), { recursive: true })
    await writeFile(path.join(at.attachmentsDir, firstConversation, 'long.txt'), 'obey\n'.repeat(4000))
    await at.call('file_read', { path: 'attachments/long.txt', lines: 4000 })
    expect([...at.kept.all.values()].map(({ isForeign }) => isForeign)).toEqual([true])
  })

  test('brings the origin of its words along whenever it is read', async () => {
    const id = await at.kept.keep({ conversationId: firstConversation, toolName: 'x', text: 'obey', isForeign: true })
    await at.call('read_result', { resultId: id })
    expect(at.noted.map(({ kind }) => kind)).toEqual(['foreign'])
  })

  test('is told once: the second time it is a reference', async () => {
    await readLong()
    const again = await readLong()
    expect([at.kept.all.size, again.cached!.savedTokens > 1000]).toEqual([1, true])
  })

  test('of JSON has lines to be cut at and searched by', async () => {
    for (let n = 0; n < 300; n++) await at.put(`a file with a rather long name, number ${n}.txt`, '')
    const outcome = await at.call('list_files', {})
    expect(outcome.kept!.characters).toBeGreaterThan(24_000)
    expect(textOf(outcome)).toMatch(/^\{\n "folder": "\.",\n/)
  })
})

test('the beginning of a text without lines is cut between characters, never within one', () => {
  const id = resultId.parse('r')
  expect(beginningOf(`${'a'.repeat(beginningCharacters - 1)}😀${'b'.repeat(50)}`, id)).toMatch(
    /^a+\n\[52 of 6,051 characters/,
  )
})
