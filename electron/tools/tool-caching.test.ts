import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { conversationId } from '../../shared/ids.ts'
import { z, type JsonValue } from '../../shared/schema.ts'
import type { ToolOutcome } from '../../shared/tool-results.ts'
import type { Consent } from '../agent/ports.ts'
import { spawnNodeWorker } from '../workers/spawn-node-worker.ts'
import { allTools } from './all-tools.ts'
import { createDocumentReader } from './documents/create-document-reader.ts'
import { readDocument } from './documents/read-document.ts'
import { fileRead } from './files/file-read.ts'
import { listFiles } from './files/list-files.ts'
import { searchFiles } from './files/search-files.ts'
import { refreshToolCall } from './refresh-tool-call.ts'
import { createToolRegistry } from './registry.ts'
import { anyPermit, firstConversation, openRunTools, scopeOf, useOf, type OpenedRunTools } from './run-tools.fixture.ts'
import { calculator } from './system/calculator.ts'
import { defineTool, type ToolAnswer, type ToolContext, type ToolDefinition } from './tool.ts'

/** A tool whose answer is `run`'s, made from one file. */
const measure = (run: (context: ToolContext) => Promise<ToolAnswer>): ToolDefinition =>
  defineTool({
    name: 'measure',
    family: 'system',
    description: 'For tests.',
    input: z.object({ file: z.string() }),
    powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
    timeoutMs: 5000,
    concurrency: 4,
    version: '1',
    load: async () => undefined,
    title: ({ file }) => `Measure ${file}`,
    targets: async () => [],
    cache: { ttlMs: 60_000, fingerprint: ({ file }, context) => context.identify(file) },
    async *run(_input, context) {
      yield { message: 'measuring' }
      return run(context)
    },
  })

const json = (value: JsonValue): ToolAnswer => ({ content: [{ type: 'json', value }] })
const other = conversationId.parse('conversation2')

let runs = 0
let answerNext: (context: ToolContext) => Promise<ToolAnswer>
let counted: ToolDefinition
let at: OpenedRunTools
beforeEach(async () => {
  runs = 0
  answerNext = async () => json({ runs })
  counted = measure((context) => {
    runs++
    return answerNext(context)
  })
  const documents = createDocumentReader(() => spawnNodeWorker('documents', 'process'))
  at = await openRunTools([counted, fileRead, listFiles, searchFiles, readDocument, calculator], {
    services: { documents },
    followsReferences: false,
  })
  await at.put('a.txt', 'one\ntwo\n')
})
afterEach(() => at[Symbol.asyncDispose]())

const measured = (options?: Parameters<typeof at.call>[2]) => at.call('measure', { file: 'a.txt' }, options)
const withoutMark = ({ cached: _mark, ...outcome }: ToolOutcome) => outcome

describe('a cached answer', () => {
  test('is what a run would give, and says when it was worked out and what that took', async () => {
    const first = await measured()
    const second = await measured()
    expect([runs, first.cached, withoutMark(second)]).toEqual([1, undefined, first])
    expect(second.cached).toEqual({ storedAt: expect.any(Number), savedMs: expect.any(Number), savedTokens: 0 })
  })

  test('is not found for other input, another tool version or another folder', async () => {
    await at.put('b.txt', 'one\ntwo\n')
    await measured()
    await at.call('measure', { file: 'b.txt' })
    expect(runs).toBe(2)
    Object.assign(counted, { version: '2' })
    await measured()
    expect(runs).toBe(3)
    const elsewhere = await openRunTools([counted], { cache: at.cache })
    try {
      await elsewhere.put('a.txt', 'one\ntwo\n')
      await elsewhere.call('measure', { file: 'a.txt' })
      expect(runs).toBe(4)
    } finally {
      await elsewhere[Symbol.asyncDispose]()
    }
    await measured()
    expect(runs).toBe(4)
  })

  test('spends a permit as a run does, and nothing comes out without one', async () => {
    await measured()
    const redeemed: string[] = []
    await measured({ permit: { fingerprint: 'p', redeem: ({ toolName }) => void redeemed.push(toolName) } })
    expect(redeemed).toEqual(['measure'])
    const refused = {
      fingerprint: 'p',
      redeem() {
        throw new AppError('CONSENT_NOT_OPEN', 'This call is not the one that was allowed.')
      },
    }
    await expect(measured({ permit: refused })).rejects.toMatchObject({ code: 'CONSENT_NOT_OPEN' })
    expect(runs).toBe(1)
  })

  test('is written down before and after as a run is, marked as cached', async () => {
    await measured()
    await measured()
    expect(at.audited.map(({ kind, detail }) => [kind, (detail as { isCached?: boolean }).isCached])).toEqual([
      ['tool-starting', undefined],
      ['tool-ended', undefined],
      ['tool-starting', undefined],
      ['tool-ended', true],
    ])
  })

  test('brings the origin of its words into every conversation that is given it', async () => {
    answerNext = async () => ({ ...json('words'), isForeign: true })
    await measured()
    await measured({ conversation: other })
    expect(at.noted.map((note) => [note.conversationId, note.kind])).toEqual([
      [firstConversation, 'foreign'],
      [other, 'foreign'],
    ])
    expect(runs).toBe(1)
  })

  test('is over when its time is up', async () => {
    await measured()
    at.passTime(59_000)
    await measured()
    expect(runs).toBe(1)
    at.passTime(2000)
    await measured()
    expect(runs).toBe(2)
  })

  test('is none when the run failed or said so', async () => {
    answerNext = async () => {
      throw new AppError('FILE_MALFORMED', 'Broken.')
    }
    await expect(measured()).rejects.toMatchObject({ code: 'FILE_MALFORMED' })
    answerNext = async () => ({ ...json('no'), isError: true })
    await measured()
    answerNext = async () => json('yes')
    expect(await measured()).toEqual({ status: 'success', content: [{ type: 'json', value: 'yes' }] })
  })

  test('is none when the file changed while it was read', async () => {
    answerNext = async () => {
      await at.put('a.txt', 'one\nTWO\n')
      return json('read in between')
    }
    await measured()
    await at.put('a.txt', 'one\ntwo\n')
    answerNext = async () => json('read anew')
    expect(await measured()).toMatchObject({ content: [{ value: 'read anew' }] })
  })

  test('is worked out again when the person asks for it, by the policy, and the new one is kept', async () => {
    await measured()
    const asked: string[] = []
    const consent: Consent = {
      async decide({ toolName }) {
        asked.push(toolName)
        return { kind: 'allowed', permit: anyPermit }
      },
    }
    const use = useOf('measure', { file: 'a.txt' }, 't1')
    const ports = { tools: at.toolsOf(firstConversation), consent }
    expect(await refreshToolCall(use, scopeOf(firstConversation), ports)).toEqual({
      status: 'success',
      content: [{ type: 'json', value: { runs: 2 } }],
    })
    expect([asked, (await measured()).content, runs]).toEqual([['measure'], [{ type: 'json', value: { runs: 2 } }], 2])
    const refusing: Consent = { decide: async () => ({ kind: 'denied', toAgent: 'The rules forbid it.' }) }
    const refused = await refreshToolCall(use, scopeOf(firstConversation), { ...ports, consent: refusing })
    expect([refused.status, runs]).toEqual(['denied', 2])
  })
})

describe('equal calls at once', () => {
  test('share one run, and each spends its permit and notes its source', async () => {
    const outcomes = await Promise.all([measured(), measured(), measured({ conversation: other })])
    const shared = [{ type: 'json', value: { runs: 1 } }]
    expect(outcomes.map(({ content }) => content)).toEqual([shared, shared, shared])
    expect([runs, at.noted.length, outcomes.filter(({ cached }) => cached !== undefined).length]).toEqual([1, 3, 2])
  })

  test('do not share a cancellation: when the one that runs is stopped, the others run', async () => {
    const leader = new AbortController()
    answerNext = ({ signal }) =>
      new Promise((resolve, reject) => {
        if (runs > 1) resolve(json('mine'))
        signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Cancelled.')))
      })
    const first = measured({
      signal: leader.signal,
      listener: { onStarted: () => {}, onProgress: () => begun.resolve() },
    })
    const begun = Promise.withResolvers<void>()
    await begun.promise
    const second = measured()
    const leaving = new AbortController()
    const third = measured({ signal: leaving.signal })
    leaving.abort()
    await expect(third).rejects.toThrow()
    leader.abort()
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await second).toEqual({ status: 'success', content: [{ type: 'json', value: 'mine' }] })
  })
})

describe('the tools there are', () => {
  test('cache nothing that writes, and the registry refuses one that would', () => {
    expect(allTools.filter(({ cache, powers }) => cache !== undefined && powers.writes.length > 0)).toEqual([])
    const writing: ToolDefinition = {
      ...measure(async () => json(1)),
      powers: { reads: [], writes: ['files'], output: 'workspace', isUndoable: true },
    }
    expect(() => createToolRegistry([writing])).toThrow('its answers may not be cached')
  })

  test('are cached for as long as they promise', () => {
    const minutes = allTools.map(({ name, cache }) => [name, cache && cache.ttlMs / 60_000])
    expect(Object.fromEntries(minutes.filter(([, ttl]) => ttl !== undefined))).toEqual({
      calculator: Number.POSITIVE_INFINITY,
      chart: 30,
      describe_data: 30,
      describe_document: 30,
      file_read: 30,
      list_files: 5,
      query_data: 30,
      read_document: 30,
      search_files: 5,
    })
  })

  test('never give an old answer after any edit, and else the very answer of a fresh run', async () => {
    const names = ['a.txt', 'b.md', 'deep/c.txt']
    await mkdir(path.join(at.workspace, 'deep'))
    const step = fc.oneof(
      fc.record({
        do: fc.constant('edit' as const),
        name: fc.constantFrom(...names),
        content: fc.constantFrom('one', 'two', 'six'),
      }),
      fc.record({ do: fc.constant('remove' as const), name: fc.constantFrom(...names) }),
      fc.record({ do: fc.constant('ask' as const) }),
    )
    const calls = [
      ['file_read', { path: 'a.txt' }],
      ['list_files', { folder: '.', recursive: true }],
      ['search_files', { query: 'o', pattern: '*.txt' }],
      ['search_files', { query: 'one' }],
    ] as const
    const outcomeOf = async (...asked: Parameters<typeof at.call>) =>
      at.call(...asked).then(withoutMark, (error: unknown) => (error as AppError).code)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const each of steps) {
          if (each.do === 'remove') await rm(path.join(at.workspace, each.name), { force: true })
          if (each.do === 'edit') {
            // The same size, and the same time as before.
            await at.put(each.name, each.content)
            await at.backdate(each.name)
          }
          for (const [name, input] of calls) {
            const answer = await outcomeOf(name, input)
            expect(answer).toEqual(await outcomeOf(name, input, { isRefresh: true }))
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  test('answer again from the cache: files read, listed and searched, documents, and sums', async () => {
    const calls = [
      ['file_read', { path: 'a.txt' }],
      ['list_files', {}],
      ['search_files', { query: 'two' }],
      ['read_document', { path: 'a.txt' }],
      ['calculator', { expression: '6 * 7' }],
    ] as const
    for (const [name, input] of calls) {
      const fresh = await at.call(name, input)
      const again = await at.call(name, input)
      expect([name, again.cached === undefined, withoutMark(again)]).toEqual([name, false, fresh])
    }
  })

  test('give what was attached to one conversation to no other, though the bytes are equal', async () => {
    for (const conversation of [firstConversation, other]) {
      await mkdir(path.join(at.attachmentsDir, conversation), { recursive: true })
      await writeFile(path.join(at.attachmentsDir, conversation, 'letter.txt'), 'Dear all')
    }
    for (const [name, input] of [
      ['file_read', { path: 'attachments/letter.txt' }],
      ['search_files', { query: 'Dear', folder: 'attachments' }],
      ['list_files', { folder: 'attachments' }],
    ] as const) {
      await at.call(name, input)
      const elsewhere = await at.call(name, input, { conversation: other })
      const again = await at.call(name, input)
      expect([name, elsewhere.cached, again.cached === undefined]).toEqual([name, undefined, false])
    }
    expect(at.noted.every(({ kind }) => kind === 'foreign')).toBe(true)
  })

  test('are given to all conversations over the same folder', async () => {
    await at.call('file_read', { path: 'a.txt' })
    expect((await at.call('file_read', { path: 'a.txt' }, { conversation: other })).cached).toBeDefined()
  })
})
