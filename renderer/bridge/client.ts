import { AppError, fromWireError, wireError } from '../../shared/errors.ts'
import {
  pushes,
  requests,
  type HostBridge,
  type PushName,
  type PushPayload,
  type RequestArguments,
  type RequestName,
  type RequestOutput,
} from '../../shared/ipc/contract.ts'
import { z } from '../../shared/schema.ts'
import { hostBridge } from './host-bridge.ts'

export type Client = {
  /** Asks the host. Resolves with the value, or throws the `AppError` the host answered with. */
  request<Name extends RequestName>(name: Name, input: RequestArguments<Name>): Promise<RequestOutput<Name>>
  /** Hears what the host tells unasked. Returns its own unsubscribe. */
  onPush<Name extends PushName>(name: Name, listener: PushListener<Name>): () => void
}

/** A listener may work on; its failure is logged, since nobody waits for it. */
export type PushListener<Name extends PushName> = (payload: PushPayload<Name>) => void | Promise<void>

/** The typed side of a bridge. Whatever does not match the contract is refused here, so that drift shows at once. */
export function createClient(bridge: HostBridge): Client {
  return {
    async request(name, input) {
      const reply = replyEnvelope.safeParse(await bridge.request({ name, input }))
      if (!reply.success) throw drift(name)
      if (!reply.data.ok) throw fromWireError(reply.data.error)
      const value = requests[name].output.safeParse(reply.data.value)
      if (!value.success) throw drift(name, value.error)
      return value.data as RequestOutput<typeof name>
    },
    onPush(name, listener) {
      return bridge.onPush((received) => {
        const envelope = pushEnvelope.safeParse(received)
        if (!envelope.success || envelope.data.name !== name) return
        const payload = pushes[name].safeParse(envelope.data.payload)
        if (!payload.success) return logFailure(name, payload.error)
        Promise.resolve(listener(payload.data as PushPayload<typeof name>)).catch((error: unknown) =>
          logFailure(name, error),
        )
      })
    },
  }
}

/** The client of the host behind this page. */
export function client(): Client {
  pageClient ??= createClient(hostBridge())
  return pageClient
}

let pageClient: Client | undefined

const replyEnvelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireError }),
])

const pushEnvelope = z.object({ name: z.string(), payload: z.unknown() })

function drift(name: RequestName, cause?: unknown): AppError {
  return new AppError('INTERNAL', `The app answered "${name}" in a form this page does not understand.`, {
    hint: 'Reload the page. If it happens again, the page and the app are of different versions: restart the app.',
    cause,
  })
}

function logFailure(name: PushName, error: unknown): void {
  console.error(`What the app told as "${name}" could not be taken in.`, error)
}
