import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
import type {
  BedrockRuntimeClientConfig,
  ConverseStreamCommandInput,
  ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'

export const protocols = ['h2', 'http/1.1'] as const

export type Protocol = (typeof protocols)[number]

export const modelId = 'us.anthropic.claude-sonnet-5-5'

/** A question no check objects to. */
export const question: ConverseStreamCommandInput = {
  modelId,
  messages: [{ role: 'user', content: [{ text: 'What is in sales.csv?' }] }],
}

/** The real client as the SDK ships it, which speaks HTTP/2, or made to speak HTTP/1.1. */
export function sdkClient(
  address: string,
  protocol: Protocol,
  config: Partial<BedrockRuntimeClientConfig> = {},
): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    endpoint: address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    ...(protocol === 'http/1.1' ? { requestHandler: new NodeHttpHandler() } : {}),
    ...config,
  })
}

export interface Streamed {
  readonly events: readonly ConverseStreamOutput[]
  /** What the iterator threw, if it threw. */
  readonly error: Error | undefined
}

/** Sends and reads to the end, keeping what arrived before a failure. Rejects when `send` itself does. */
export async function streamAll(
  client: BedrockRuntimeClient,
  input: ConverseStreamCommandInput = question,
): Promise<Streamed> {
  const events: ConverseStreamOutput[] = []
  const { stream = [] } = await client.send(new ConverseStreamCommand(input))
  try {
    for await (const event of stream) events.push(event)
  } catch (error) {
    return { events, error: error as Error }
  }
  return { events, error: undefined }
}

export function textOf(events: readonly ConverseStreamOutput[]): string {
  return events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join('')
}
