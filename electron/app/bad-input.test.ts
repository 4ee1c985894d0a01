import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import type { ConversationId, ModelId, ToolUseId } from '../../shared/ids.ts'
import type { RequestName } from '../../shared/ipc/contract.ts'
import type { AttachmentBlock } from '../../shared/messages.ts'
import { agentId, lastPrompt, sonnet, startWholeApp, type WholeApp } from './whole-app.fixture.ts'

let emulator: Emulator
let whole: WholeApp
let id: ConversationId

beforeAll(async () => {
  emulator = await startEmulator()
  whole = await startWholeApp(emulator)
})
afterEach(() => emulator.reset())
afterAll(async () => {
  await whole.close()
  await emulator.close()
})

const completed = { kind: 'completed' }

describe('pictures', () => {
  test('of more than 3.75 MB stay files that are named, and are never sent', async () => {
    id = await whole.newConversation()
    const run = await whole.run(id, { text: 'Look' }, { attachments: await attach(1, picture({ bytes: 5_000_000 })) })
    expect([run.stop, picturesSent()]).toEqual([completed, [0]])
    expect(lastPrompt(emulator)[0]).toContain('attachments/p0.png')
  })

  test('are refused past twenty in one question, in words that name the limit', async () => {
    id = await whole.newConversation()
    const attachments = await attach(21, picture({}))
    const asked = whole.ask('run.start', { conversationId: id, agentId, modelId: sonnet, text: 'Look', attachments })
    await expect(asked).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringMatching(/attachments.*20/),
    })
    expect(emulator.requests).toEqual([])
    expect((await whole.run(id, { text: 'And without?' })).stop).toEqual(completed)
  })

  // Questions without an answer between them become one message.
  test('of a question that was never answered leave room for those of the next', async () => {
    id = await whole.newConversation()
    emulator.fault({ kind: 'http-error', error: 'AccessDeniedException' })
    await whole.run(id, { text: 'Look' }, { attachments: await attach(20, picture({})) })
    const next = await whole.run(id, { text: 'And this' }, { attachments: await attach(1, picture({})) })
    expect(next.stop).toEqual(completed)
  })

  test.each([
    ['too many pixels', { width: 9000, height: 9000 }],
    ['no picture inside', { head: 'hello' }],
  ])('with %s do not make a conversation useless', async (_name, of) => {
    id = await whole.newConversation()
    await whole.run(id, { text: 'Look' }, { attachments: await attach(1, picture(of)) })
    expect((await whole.run(id, { text: 'And without?' })).stop).toEqual(completed)
  })
})

test('a document of 5 MB is named to the model, and kept for its tools', async () => {
  id = await whole.newConversation()
  const [document] = await attach(1, Buffer.alloc(5_000_000, 'x').toString('base64'), 'report.pdf')
  const run = await whole.run(id, { text: 'Read it' }, { attachments: [document!] })
  expect(run.stop).toEqual(completed)
  expect(lastPrompt(emulator)).toEqual(['Attached file "report.pdf", at the path "attachments/report.pdf".|Read it'])
  expect(document).toMatchObject({ bytes: 5_000_000 })
})

test('a tool schema that the model refuses is told in a sentence with a next step, and the conversation goes on', async () => {
  id = await whole.newConversation()
  const message = 'tools.3.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12'
  emulator.fault({ kind: 'http-error', error: 'ValidationException', message })
  const { stop } = await whole.run(id, { text: 'Hello' })
  expect(stop).toMatchObject({ kind: 'failed', error: { code: 'MODEL_REJECTED_REQUEST', retryable: false } })
  expect(stop).toMatchObject({
    error: { message: expect.stringContaining(message), hint: expect.stringMatching(/\w/) },
  })
  expect((await whole.run(id, { kind: 'retry' })).stop).toEqual(completed)
})

test('a model without a prompt cache is asked without cache points, whatever is wished', async () => {
  const llama = 'bedrock:us.meta.llama3-3-70b-instruct-v1:0' as ModelId
  id = await whole.newConversation(llama)
  await whole.ask('conversation.configure', { conversationId: id, inference: { caching: '1h' } })
  const { stop, calls } = await whole.run(id, { text: 'Hello' }, { modelId: llama })
  expect(stop).toEqual(completed)
  expect(JSON.stringify(emulator.requests.at(-1)?.body)).not.toContain('cachePoint')
  expect(calls[0]?.cache?.points ?? []).toEqual([])
})

describe('settings out of range', () => {
  const configure = (inference: object) => ['conversation.configure', { inference }, 'inference'] as const
  const bedrock = { isEnabled: true, region: 'us-east-1', auth: { kind: 'default' } }
  const update = (patch: object, field: string) => ['settings.update', patch, field] as const

  test.each<readonly [RequestName, object, string]>([
    configure({ temperature: 2.1 }),
    configure({ topP: -0.1 }),
    configure({ maxTokens: 0 }),
    configure({ maxTokens: 1.5 }),
    configure({ effort: 'extreme' }),
    configure({ caching: '2h' }),
    configure({ region: 'us-east-1.evil.example/' }),
    configure({ stopSequences: ['a', 'b', 'c', 'd', 'e'] }),
    configure({ guardrail: { id: 'g', version: 'latest' } }),
    configure({ temprature: 1 }),
    update({ bedrock: { ...bedrock, region: 'nowhere' } }, 'bedrock.region'),
    update({ bedrock: { ...bedrock, failoverRegions: Array(6).fill('eu-west-1') } }, 'bedrock.failoverRegions'),
    update({ consentMode: 'never' }, 'consentMode'),
    update({ localServers: [{ label: 'x', baseUrl: 'file:///etc/passwd' }] }, 'localServers'),
  ])('are refused by name, and nothing is changed: %s %j', async (name, input, field) => {
    id = await whole.newConversation()
    const before = whole.app.settings.current()
    const asked = whole.ask(name, { conversationId: id, ...input })
    await expect(asked).rejects.toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining(field) })
    expect(whole.app.settings.current()).toEqual(before)
    expect((await whole.ask('conversation.get', { conversationId: id })).inference).toEqual({})
  })
})

describe('words', () => {
  test.each([
    ['half a character', 'lone \ud800 and \udc00 halves'],
    ['a NUL', 'nul \0 inside'],
    ['nothing visible', '\0'],
    ['a million characters', 'hello world '.repeat(83_000)],
  ])('with %s are asked, answered, kept and found again', { timeout: 60_000 }, async (_name, text) => {
    id = await whole.newConversation()
    emulator.script([{ text: 'Fine.' }])
    expect((await whole.run(id, { text })).stop).toEqual(completed)
    await whole.restart()
    const { runs } = await whole.ask('conversation.get', { conversationId: id })
    expect(runs[0]?.messages[0]?.content).toEqual([{ type: 'text', text: text.trim() }])
    expect((await whole.ask('conversation.list', {})).conversations.map((found) => found.id)).toContain(id)
    expect((await whole.run(id, { text: 'Go on' })).stop).toEqual(completed)
  })
})

test('a reply that asks for a hundred tools gets a hundred results, in the order they were asked for', async () => {
  id = await whole.newConversation()
  const sums = Array.from({ length: 100 }, (_, at) => ({ name: 'calculator', input: { expression: `${at}+1` } }))
  emulator.script(sums.map((toolUse) => ({ toolUse })))
  const { stop } = await whole.run(id, { text: 'Work' })
  expect(stop).toEqual(completed)
  const results = JSON.stringify(emulator.requests.at(-1)?.body).matchAll(/"result":"(\d+)"/g)
  expect([...results].map(([, sum]) => Number(sum))).toEqual(sums.map((_, at) => at + 1))
})

describe('a tool use', () => {
  test.each(['no such tool!', '', 'constructor', 'x'.repeat(100)])(
    'of a name that is none is answered: %j',
    async (name) => {
      id = await whole.newConversation()
      emulator.script([[{ toolUse: { name, input: {} } }], [{ text: 'Then not.' }]])
      const { stop, tools } = await whole.run(id, { text: 'Use it' })
      expect(stop).toEqual(completed)
      expect(Object.values(tools)[0]?.state).toMatchObject({ kind: 'done', outcome: { status: 'error' } })
    },
  )

  // A server's own ids; the service itself writes `tooluse_…`.
  test.each(['constructor', '__proto__', '', 'x'.repeat(300)])(
    'under an id that cannot be kept gets another: %j',
    async (toolUseId) => {
      id = await whole.newConversation()
      const use = { name: 'calculator', input: { expression: '1+1' }, toolUseId }
      emulator.script([[{ toolUse: use }], [{ text: 'Two.' }]])
      expect((await whole.run(id, { text: 'Add' })).stop).toEqual(completed)
      const { runs } = await whole.ask('conversation.get', { conversationId: id })
      const [tool] = Object.values(runs[0]!.tools)
      expect(tool?.state).toMatchObject({ kind: 'done', outcome: { status: 'success' } })
      expect(runs[0]?.tools[tool?.toolUseId as ToolUseId]).toBe(tool)
    },
  )
})

describe('counts of tokens', () => {
  test('that the service leaves out are none', async () => {
    id = await whole.newConversation()
    emulator.script([{ text: 'Hi' }, { usage: { inputTokens: null, cacheReadInputTokens: null } as never }])
    const { calls } = await whole.run(id, { text: 'Hello' })
    expect(calls[0]?.usage).toMatchObject({ inputTokens: 0, cacheReadTokens: 0 })
  })

  test.each([{ outputTokens: 1e300 }, { inputTokens: 1e16 }, { inputTokens: 1.5 }])(
    'that cannot be do not close the list of conversations: %j',
    async (usage) => {
      // Of its own: what is stored once stays in the list.
      const own = await startWholeApp(emulator)
      try {
        const conversation = await own.newConversation()
        emulator.script([{ text: 'Hi' }, { usage }])
        await own.run(conversation, { text: 'Hello' })
        await own.ask('conversation.get', { conversationId: conversation })
        expect((await own.ask('conversation.list', {})).conversations).toHaveLength(1)
        await own.ask('usage.by-agent', {})
      } finally {
        await own.close()
      }
    },
  )
})

function picture(of: { width?: number; height?: number; bytes?: number; head?: string }): string {
  const bytes = Buffer.alloc(of.bytes ?? 100)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(of.width ?? 10, 16)
  bytes.writeUInt32BE(of.height ?? 10, 20)
  if (of.head !== undefined) bytes.write(of.head)
  return bytes.toString('base64')
}

async function attach(count: number, base64: string, name?: string): Promise<AttachmentBlock[]> {
  const mediaType = name === undefined ? 'image/png' : 'application/pdf'
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      whole.ask('attachment.add', { conversationId: id, name: name ?? `p${at}.png`, mediaType, base64 }),
    ),
  )
}

/** In the messages of each request. */
function picturesSent(): number[] {
  return emulator.requests.map(({ body }) => JSON.stringify(body).split('"image":').length - 1)
}
