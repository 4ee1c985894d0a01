import { startEmulator, type Emulator } from './bedrock-emulator/emulator.ts'
import type { ConverseRequest } from './bedrock-emulator/converse-request.ts'
import type { Reply, Usage } from './bedrock-emulator/script.ts'

/** A question to a model as it went over the wire. */
export type SentRequest = {
  readonly modelId: string
  readonly region: string | undefined
  readonly body: ConverseRequest
}

/** Every question to a model so far, in order, refused ones included. */
export function sentRequests(emulator: Emulator): readonly SentRequest[] {
  return emulator.requests
    .filter(({ operation }) => operation === 'ConverseStream')
    .map(({ modelId = '', region, body }) => ({ modelId, region, body: body as ConverseRequest }))
}

export function lastRequest(emulator: Emulator): SentRequest {
  const last = sentRequests(emulator).at(-1)
  if (last === undefined) throw new Error('No question was sent to a model.')
  return last
}

/** How many cache points a request carries in each part, and which messages end in one. */
export function cachePoints({ body }: SentRequest): {
  readonly tools: number
  readonly system: number
  readonly messages: readonly number[]
} {
  const isPoint = (block: { readonly cachePoint?: unknown }) => block.cachePoint !== undefined
  return {
    tools: (body.toolConfig?.tools ?? []).filter(isPoint).length,
    system: (body.system ?? []).filter(isPoint).length,
    messages: (body.messages ?? []).flatMap(({ content }, at) => content.filter(isPoint).map(() => at)),
  }
}

/** All texts of a request's messages, as they are. */
export function textsOf({ body }: SentRequest): readonly string[] {
  return (body.messages ?? []).flatMap(({ content }) =>
    content.flatMap(({ text }) => (text === undefined ? [] : [text])),
  )
}

/**
 * What the service counts for the requests so far: an emulator that knows nothing of the app is sent the same bodies
 * again, one after another, and answers each with its `reply`.
 */
export async function recount(emulator: Emulator, replies: readonly Reply[]): Promise<readonly Usage[]> {
  const twin = await startEmulator()
  try {
    const counted: Usage[] = []
    for (const [at, { modelId, body }] of sentRequests(emulator).entries()) {
      twin.script([...(replies[at] ?? [])])
      const response = await fetch(`${twin.address}/model/${encodeURIComponent(modelId)}/converse`, {
        method: 'POST',
        headers: { authorization: 'Bearer example', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      counted.push(((await response.json()) as { usage: Usage }).usage)
    }
    return counted
  } finally {
    await twin.close()
  }
}
