import { BedrockClient, ListGuardrailsCommand } from '@aws-sdk/client-bedrock'
import { ApplyGuardrailCommand, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { startEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { modelId, protocols, sdkClient, streamAll, textOf } from '../sdk-client.fixture.ts'

const id = 'gr1words'
const mail = { name: 'MAIL', pattern: String.raw`[\w.]+@[\w.]+\w`, action: 'ANONYMIZE' } as const
const guardrail = {
  id,
  version: '1',
  deniedWords: ['merger', 'a+b'],
  patterns: [mail, { name: 'KEY', pattern: 'AKIA\\w+', action: 'BLOCK' }],
  blockedInputMessage: 'I may not be asked this.',
  blockedOutputMessage: 'I may not say this.',
} as const
const guardrailConfig = { guardrailIdentifier: id, guardrailVersion: '1' }

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

beforeEach(() => emulator.setGuardrails([guardrail]))

afterEach(() => emulator.reset())

afterAll(() => emulator.close())

function ask(text: string, more: Partial<ConverseStreamCommandInput> = {}): ConverseStreamCommandInput {
  return { modelId, messages: [{ role: 'user', content: [{ text }] }], guardrailConfig, ...more }
}

describe.each(protocols)('over %s', (protocol) => {
  let client: BedrockRuntimeClient
  beforeAll(() => {
    client = sdkClient(emulator.address, protocol)
  })
  afterAll(() => client.destroy())

  const apply = (text: string, source: 'INPUT' | 'OUTPUT' = 'INPUT', outputScope?: 'FULL') =>
    client.send(
      new ApplyGuardrailCommand({
        guardrailIdentifier: id,
        guardrailVersion: '1',
        source,
        content: [{ text: { text } }],
        ...(outputScope === undefined ? {} : { outputScope }),
      }),
    )

  test.each([
    ['nothing', 'all fine', 'INPUT', 'NONE', 'No action.', []],
    [
      'a denied word',
      'the Merger.',
      'INPUT',
      'GUARDRAIL_INTERVENED',
      'Guardrail blocked.',
      ['I may not be asked this.'],
    ],
    [
      'a denied word that is no pattern',
      'is a+b',
      'OUTPUT',
      'GUARDRAIL_INTERVENED',
      'Guardrail blocked.',
      ['I may not say this.'],
    ],
    ['no part of a word', 'mergers', 'INPUT', 'NONE', 'No action.', []],
    ['a key', 'AKIA123', 'OUTPUT', 'GUARDRAIL_INTERVENED', 'Guardrail blocked.', ['I may not say this.']],
    ['an address', 'to a@b.org now', 'INPUT', 'GUARDRAIL_INTERVENED', 'Guardrail masked.', ['to {MAIL} now']],
  ] as const)('ApplyGuardrail finds %s', async (_, text, source, action, actionReason, outputs) => {
    expect(await apply(text, source)).toMatchObject({
      action,
      actionReason,
      outputs: outputs.map((output) => ({ text: output })),
      usage: { wordPolicyUnits: 1, sensitiveInformationPolicyFreeUnits: 1 },
      guardrailCoverage: { textCharacters: { guarded: text.length, total: text.length } },
    })
  })

  test('ApplyGuardrail reports what it found, or all it looked for', async () => {
    const key = { name: 'KEY', regex: 'AKIA\\w+', match: 'AKIA1', action: 'BLOCKED', detected: true }
    const metrics = { invocationMetrics: expect.any(Object) }
    const found = await apply('AKIA1')
    expect(found.assessments).toEqual([{ sensitiveInformationPolicy: { piiEntities: [], regexes: [key] }, ...metrics }])
    const all = await apply('AKIA1', 'INPUT', 'FULL')
    const absent = { action: 'NONE', detected: false }
    expect(all.assessments).toEqual([
      {
        wordPolicy: { customWords: guardrail.deniedWords.map((match) => ({ match, ...absent })), managedWordLists: [] },
        sensitiveInformationPolicy: {
          piiEntities: [],
          regexes: [{ name: 'MAIL', regex: mail.pattern, ...absent }, key],
        },
        ...metrics,
      },
    ])
  })

  test('a blocked question is answered by the guardrail, without the model', async () => {
    emulator.script([{ text: 'never said' }])
    const { events } = await streamAll(
      client,
      ask('the merger', { guardrailConfig: { ...guardrailConfig, trace: 'enabled' } }),
    )
    expect(textOf(events)).toBe('I may not be asked this.')
    expect(events.slice(-2)).toMatchObject([
      { messageStop: { stopReason: 'guardrail_intervened' } },
      {
        metadata: {
          usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
          trace: {
            guardrail: {
              inputAssessment: { [id]: { wordPolicy: { customWords: [{ match: 'merger', action: 'BLOCKED' }] } } },
              actionReason: 'Guardrail blocked.',
            },
          },
        },
      },
    ])
    emulator.setGuardrails([])
    const { guardrailConfig: _, ...plain } = ask('hello')
    expect(textOf((await streamAll(client, plain)).events)).toBe('never said')
  })

  test('a blocked answer is replaced, and the trace keeps it', async () => {
    emulator.script([{ text: 'About the merger' }])
    const { events } = await streamAll(
      client,
      ask('hi', { guardrailConfig: { ...guardrailConfig, trace: 'enabled_full' } }),
    )
    expect(textOf(events)).toBe('I may not say this.')
    const trace = events.at(-1)?.metadata?.trace?.guardrail
    expect(trace).toMatchObject({ modelOutput: ['About the merger'], actionReason: 'Guardrail blocked.' })
    expect(trace?.outputAssessments?.[id]?.[0]?.wordPolicy?.customWords).toHaveLength(2)
    expect(events.at(-1)?.metadata?.usage?.outputTokens).toBeGreaterThan(0)
  })

  test('what is judged while it streams has been seen already', async () => {
    emulator.script([{ text: 'About the merger' }])
    const { events } = await streamAll(
      client,
      ask('hi', { guardrailConfig: { ...guardrailConfig, streamProcessingMode: 'async' } }),
    )
    expect(textOf(events)).toBe('About the merger')
    expect(events.at(-2)).toEqual({ messageStop: { stopReason: 'guardrail_intervened' } })
    expect(events.at(-1)?.metadata?.trace).toBeUndefined()
  })

  test('what is masked reads by its name', async () => {
    emulator.script([{ text: 'Write to a@b.org.' }, { text: 'Or c@d.org.' }])
    const { output, stopReason } = await client.send(new ConverseCommand(ask('hi')))
    expect(output?.message?.content).toEqual([{ text: 'Write to {MAIL}.' }, { text: 'Or {MAIL}.' }])
    expect(stopReason).toBe('guardrail_intervened')
  })

  test.each([
    ['all words of the conversation', { messages: [user({ text: 'the merger' })] }, true],
    ['only what is marked, where anything is', { messages: [user({ text: 'merger' }, marked('fine'))] }, false],
    ['what is marked in the system', { system: [marked('merger')], messages: [user({ text: 'x' })] }, true],
    ['no system text by itself', { system: [{ text: 'merger' }], messages: [user({ text: 'x' })] }, false],
  ])('looked at is %s', async (_, change, isBlocked) => {
    emulator.script([{ text: 'fine' }])
    const { stopReason } = await client.send(
      new ConverseCommand(ask('', change as Partial<ConverseStreamCommandInput>)),
    )
    expect(stopReason === 'guardrail_intervened').toBe(isBlocked)
  })

  test('a version that does not exist is refused', async () => {
    const config = { ...guardrailConfig, guardrailVersion: '2' }
    await expect(client.send(new ConverseCommand(ask('hi', { guardrailConfig: config })))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The guardrail identifier or version provided in the request does not exist.',
    })
  })
})

test('the control plane lists them', async () => {
  const client = new BedrockClient({
    endpoint: emulator.address,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  })
  const { guardrails } = await client.send(new ListGuardrailsCommand({}))
  client.destroy()
  const arn = `arn:aws:bedrock:eu-central-1:123456789012:guardrail/${id}`
  expect(guardrails).toMatchObject([{ id, arn, name: id, version: '1', status: 'READY' }])
})

function user(...content: object[]): object {
  return { role: 'user', content }
}

function marked(text: string): object {
  return { guardContent: { text: { text } } }
}
