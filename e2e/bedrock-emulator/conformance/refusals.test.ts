import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BedrockRuntimeClient, ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator } from '../emulator.ts'
import type { Emulator } from '../emulator.ts'
import { onDemandMessage } from '../resolve-model.ts'
import { protocols, sdkClient } from '../sdk-client.fixture.ts'

const sonnet = 'us.anthropic.claude-sonnet-5-5'
const opus5 = 'us.anthropic.claude-opus-5'
const opus46 = 'us.anthropic.claude-opus-4-6-v1'
const haiku45 = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const nova = 'amazon.nova-pro-v1:0'
const micro = 'amazon.nova-micro-v1:0'
const llama = 'us.meta.llama3-3-70b-instruct-v1:0'

type Change = Partial<ConverseStreamCommandInput>

const user = (...content: object[]): object => ({ role: 'user', content })
const assistant = (...content: object[]): object => ({ role: 'assistant', content })
const says = (...messages: object[]): Change => ({ messages: messages as NonNullable<Change['messages']> })
const thinking = (type: string, more: object = {}): Change => ({
  additionalModelRequestFields: { thinking: { type, ...more } },
})
const inference = (inferenceConfig: object): Change => ({ inferenceConfig })
const text = { text: 'Hello' }
const tools = [{ toolSpec: { name: 'read', inputSchema: { json: { type: 'object' } } } }]
const choose = (toolChoice: object): Change => ({
  toolConfig: { tools, toolChoice } as NonNullable<Change['toolConfig']>,
})
const document = (name: string): object => ({
  document: { format: 'csv', name, source: { bytes: Buffer.from('a,b') } },
})
const picture = { image: { format: 'png', source: { bytes: Buffer.from('89504e470d0a1a0a', 'hex') } } }
const fromModel = 'The model returned the following errors: '

/** What is sent, to which model, as a change of a plain question. */
type Sent = readonly [what: string, modelId: string, change: Change]
type Refused = readonly [...Sent, message: string]

/** Requests the service turns down with ValidationException. A message may go on after what stands here. */
const refused: readonly Refused[] = [
  ['an id that is none', 'made-up', {}, 'The provided model identifier is invalid.'],
  [
    'a base id without on-demand throughput',
    'anthropic.claude-opus-5-5',
    {},
    onDemandMessage('anthropic.claude-opus-5-5'),
  ],
  [
    'a conversation that starts with the assistant',
    sonnet,
    says(assistant(text), user(text)),
    'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  ],
  [
    'two user messages in a row',
    sonnet,
    says(user(text), user(text)),
    'A conversation must alternate between user and assistant roles.',
  ],
  [
    'tool blocks without tools',
    sonnet,
    says(
      user(text),
      assistant({ toolUse: { toolUseId: 't', name: 'read', input: {} } }),
      user({ toolResult: { toolUseId: 't', content: [text] } }),
    ),
    'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
  ],
  [
    'an empty tool result of status error',
    sonnet,
    {
      ...choose({ auto: {} }),
      ...says(
        user(text),
        assistant({ toolUse: { toolUseId: 't', name: 'read', input: {} } }),
        user({ toolResult: { toolUseId: 't', content: [], status: 'error' } }),
      ),
    },
    'The content field at messages.2.content.0.toolResult cannot be empty when status value is error.',
  ],
  [
    '21 pictures',
    sonnet,
    says(user(...Array.from({ length: 21 }, () => picture))),
    `${fromModel}messages: too many images`,
  ],
  [
    'a picture for a model that reads text',
    micro,
    says(user(text, picture)),
    "This model doesn't support the image content block that you provided.",
  ],
  [
    'a picture of more than 8,000 pixels',
    sonnet,
    says(user(text, wide(8_001))),
    `${fromModel}messages.0.content.1.image.source.bytes: At least one of the image dimensions exceed`,
  ],
  ['a document alone', sonnet, says(user(document('a'))), 'A text block must be included when using documents.'],
  [
    'six documents',
    sonnet,
    says(user(text, ...['a', 'b', 'c', 'd', 'e', 'f'].map(document))),
    "You can't include more than 5 documents in a request.",
  ],
  [
    'a dot in a document’s name',
    sonnet,
    says(user(text, document('a.csv'))),
    'The document file name can only contain',
  ],
  ['a picture from the assistant', haiku45, says(user(text), assistant(picture)), 'Images and documents can only be'],
  [
    'maxTokens 0',
    sonnet,
    inference({ maxTokens: 0 }),
    "1 validation error detected: Value '0' at 'inferenceConfig.maxTokens'",
  ],
  [
    'more output than the model writes',
    haiku45,
    inference({ maxTokens: 64_001 }),
    'The maximum tokens you requested exceeds the model limit of 64000.',
  ],
  [
    'a temperature over 1',
    haiku45,
    inference({ temperature: 1.1 }),
    "1 validation error detected: Value '1.1' at 'inferenceConfig.temperature'",
  ],
  [
    'a topP under 0',
    haiku45,
    inference({ topP: -0.1 }),
    "1 validation error detected: Value '-0.1' at 'inferenceConfig.topP'",
  ],
  ['an empty stop sequence', nova, inference({ stopSequences: [''] }), '1 validation error detected'],
  [
    'a blank stop sequence',
    sonnet,
    inference({ stopSequences: ['\n'] }),
    `${fromModel}stop_sequences: each stop sequence must contain non-whitespace`,
  ],
  [
    'temperature for the newest',
    opus5,
    inference({ temperature: 0.5 }),
    `${fromModel}\`temperature\` is deprecated for this model.`,
  ],
  ['topP for the newest', opus5, inference({ topP: 0.5 }), `${fromModel}\`top_p\` is deprecated for this model.`],
  [
    'topK for the newest',
    opus5,
    { additionalModelRequestFields: { top_k: 5 } },
    `${fromModel}\`top_k\` is deprecated for this model.`,
  ],
  [
    'temperature and topP together for Claude 4.5',
    haiku45,
    inference({ temperature: 0.5, topP: 0.5 }),
    `${fromModel}\`temperature\` and \`top_p\` cannot both be specified for this model.`,
  ],
  [
    'no thinking for a model that always thinks',
    sonnet,
    thinking('disabled'),
    `${fromModel}"thinking.type.disabled" is not supported for this model.`,
  ],
  [
    'a thinking budget for the newest',
    opus5,
    thinking('enabled', { budget_tokens: 2048 }),
    `${fromModel}"thinking.type.enabled" is not supported for this model.`,
  ],
  [
    'adaptive thinking for Claude 4.5',
    haiku45,
    thinking('adaptive'),
    `${fromModel}adaptive thinking is not supported on this model`,
  ],
  ['thinking for Nova', nova, thinking('enabled'), `${fromModel}Malformed input request: #: extraneous key [thinking]`],
  [
    'a thinking budget under 1,024',
    haiku45,
    thinking('enabled', { budget_tokens: 1023 }),
    `${fromModel}thinking.enabled.budget_tokens: Input should be greater than or equal to 1024`,
  ],
  [
    'a thinking budget over maxTokens',
    haiku45,
    { ...thinking('enabled', { budget_tokens: 2048 }), ...inference({ maxTokens: 2048 }) },
    `${fromModel}\`max_tokens\` must be greater than \`thinking.budget_tokens\`.`,
  ],
  [
    'thinking with a temperature',
    haiku45,
    { ...thinking('enabled', { budget_tokens: 2048 }), ...inference({ temperature: 0.5 }) },
    `${fromModel}\`temperature\` may only be set to 1 when thinking is enabled`,
  ],
  [
    'adaptive thinking with a temperature',
    opus46,
    { ...thinking('adaptive'), ...inference({ temperature: 0.5 }) },
    `${fromModel}\`temperature\` may only be set to 1 when thinking is enabled or in adaptive mode.`,
  ],
  [
    'an effort for a model without',
    haiku45,
    { outputConfig: { effort: 'low' } },
    `${fromModel}This model does not support the effort parameter.`,
  ],
  [
    'an effort the model does not know',
    opus46,
    { outputConfig: { effort: 'xhigh' } },
    'The value at outputConfig.effort must be one of',
  ],
  [
    'the highest effort without thinking',
    opus5,
    { outputConfig: { effort: 'max' } },
    `${fromModel}output_config.effort: 'max' requires thinking`,
  ],
  [
    'a schema for the answer of the newest',
    sonnet,
    { outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: '{}' } } } } },
    "This model doesn't support the outputConfig.textFormat field.",
  ],
  [
    'a forced tool for a model that thinks',
    sonnet,
    choose({ tool: { name: 'read' } }),
    `${fromModel}Thinking may not be enabled when tool_choice forces tool use.`,
  ],
  [
    'any tool while thinking',
    opus5,
    { ...choose({ any: {} }), ...thinking('adaptive') },
    `${fromModel}Thinking may not be enabled when tool_choice forces tool use.`,
  ],
  [
    'a forced tool that is not offered',
    haiku45,
    choose({ tool: { name: 'write' } }),
    `${fromModel}Tool 'write' not found in provided tools`,
  ],
  [
    'words put into the mouth of the newest',
    opus46,
    says(user(text), assistant(text)),
    `${fromModel}This model does not support assistant message prefill.`,
  ],
  [
    'a prefill that ends in a blank',
    haiku45,
    says(user(text), assistant({ text: 'Sure: ' })),
    `${fromModel}messages: final assistant content cannot end with trailing whitespace`,
  ],
  [
    'optimised latency where there is none',
    nova,
    { performanceConfig: { latency: 'optimized' } },
    'Latency performance configuration is not supported for amazon.nova-pro-v1:0.',
  ],
  [
    'a latency that does not exist',
    nova,
    { performanceConfig: { latency: 'turbo' as 'standard' } },

    "1 validation error detected: Value 'turbo' at 'performanceConfig.latency' failed to satisfy constraint: Member must satisfy enum value set: [optimized, standard]",
  ],
  ['flex for Sonnet 5.5', sonnet, { serviceTier: { type: 'flex' } }, 'The service tier flex is not supported'],
  ['a reservation nobody has', nova, { serviceTier: { type: 'reserved' } }, 'Reservation not found.'],
  [
    'a tier that does not exist',
    nova,
    { serviceTier: { type: 'cheapest' as 'flex' } },
    'service tier provided is invalid',
  ],
  [
    'a path that is no JSON pointer',
    nova,
    { additionalModelResponseFieldPaths: ['stop'] },
    'The value at additionalModelResponseFieldPaths',
  ],
  [
    'a guardrail id that is none',
    nova,
    { guardrailConfig: { guardrailIdentifier: 'No!', guardrailVersion: '1' } },
    'The provided guardrail identifier is invalid.',
  ],
  [
    'a guardrail that does not exist',
    nova,
    { guardrailConfig: { guardrailIdentifier: 'none1', guardrailVersion: '1' } },
    'The guardrail identifier or version provided in the request does not exist.',
  ],
  [
    'a fifth cache point',
    sonnet,
    says(user(...[1, 2, 3, 4, 5].flatMap(() => [text, { cachePoint: { type: 'default' } }]))),
    `${fromModel}A maximum of 4 blocks with cache_control may be provided. Found 5.`,
  ],
]

/** The neighbours of those above: what one model refuses and another takes. */
const accepted: readonly Sent[] = [
  ['temperature for Claude 4.6', opus46, inference({ temperature: 1 })],
  ['temperature and topP for Nova', nova, inference({ temperature: 0.5, topP: 0.5 })],
  ['no thinking for a model that may', opus5, thinking('disabled')],
  ['a thinking budget for Claude 4.6', opus46, thinking('enabled', { budget_tokens: 1024 })],
  ['the highest effort for a model that always thinks', sonnet, { outputConfig: { effort: 'max' } }],
  ['a forced tool for a model that does not think', opus5, choose({ any: {} })],
  ['a prefill for Claude 4.5', haiku45, says(user(text), assistant({ text: 'Sure:' }))],
  [
    'a schema for the answer of Claude 4.5',
    haiku45,
    { outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: '{}' } } } } },
  ],
  ['a JSON pointer that finds nothing', nova, { additionalModelResponseFieldPaths: ['/nothing'] }],
  [
    'standard latency and tier for any',
    sonnet,
    { performanceConfig: { latency: 'standard' }, serviceTier: { type: 'default' } },
  ],
]

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(() => emulator.close())

describe.each(protocols)('over %s', (protocol) => {
  let client: BedrockRuntimeClient
  beforeAll(() => {
    client = sdkClient(emulator.address, protocol)
  })
  afterAll(() => client.destroy())

  const question = (modelId: string, change: Change): ConverseStreamCommandInput => ({
    modelId,
    messages: [{ role: 'user', content: [text] }],
    ...change,
  })

  test.each(refused)('%s: refused', async (_, modelId, change, message) => {
    await expect(client.send(new ConverseStreamCommand(question(modelId, change)))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(new RegExp(`^${message.replaceAll(/[^\w\s]/g, String.raw`\$&`)}`)),
      $metadata: { httpStatusCode: 400, attempts: 1 },
    })
  })

  test.each(accepted)('%s: accepted', async (_, modelId, change) => {
    await expect(client.send(new ConverseCommand(question(modelId, change)))).resolves.toHaveProperty('stopReason')
  })

  test('tools for Llama: refused in a stream, accepted whole, never forced', async () => {
    const input = question(llama, choose({ auto: {} }))
    await expect(client.send(new ConverseStreamCommand(input))).rejects.toThrow(
      "This model doesn't support tool use in streaming mode.",
    )
    await expect(client.send(new ConverseCommand(input))).resolves.toHaveProperty('stopReason')
    await expect(client.send(new ConverseCommand(question(llama, choose({ any: {} }))))).rejects.toThrow(
      "This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.",
    )
  })
})

/** The header of a PNG, which is all that is looked at. */
function wide(width: number): object {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000001', 'hex')
  bytes.writeUInt32BE(width, 16)
  return { image: { format: 'png', source: { bytes } } }
}
