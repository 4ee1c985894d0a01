import { WebSocket } from 'ws'
import type { PushEnvelope, Reply, RequestArguments, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { socketFrame } from '../../shared/ipc/socket-frames.ts'

/** A page without a browser: signs in with the printed link and speaks the socket's frames. */
export type PageClient = {
  ask<Name extends RequestName>(name: Name, input: RequestArguments<Name>): Promise<Reply<RequestOutput<Name>>>
  /** The value of a request that must succeed. */
  get<Name extends RequestName>(name: Name, input: RequestArguments<Name>): Promise<RequestOutput<Name>>
  onPush(listener: (push: PushEnvelope) => void): void
  /** Whatever it is, as it is. */
  sendRaw(frame: string | Buffer): void
  /** The code the socket was closed with. */
  readonly closed: Promise<number>
  close(): void
}

export async function connectPage(link: string, session?: string): Promise<PageClient & { readonly session: string }> {
  const { origin, host } = new URL(link)
  const cookie = session ?? (await signIn(link))
  const socket = new WebSocket(`ws://${host}/socket`, { headers: { cookie, origin } })
  const waiting = new Map<string, (reply: unknown) => void>()
  const listeners = new Set<(push: PushEnvelope) => void>()
  let nextId = 0
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      for (const answer of waiting.values()) answer({ ok: false, error: { code: 'HOST_UNREACHABLE' } })
      waiting.clear()
      resolve(code)
    })
  })
  socket.on('error', () => {})
  socket.on('message', (data: Buffer) => {
    const frame = socketFrame.parse(JSON.parse(data.toString('utf8')))
    if (frame.kind === 'push') for (const listener of listeners) listener(frame.envelope as PushEnvelope)
    else waiting.get(frame.id)?.(frame.reply)
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  const ask: PageClient['ask'] = (name, input) =>
    new Promise((resolve) => {
      const id = String(nextId++)
      waiting.set(id, resolve as (reply: unknown) => void)
      socket.send(JSON.stringify({ kind: 'request', id, envelope: { name, input } }))
    })
  return {
    session: cookie,
    ask,
    async get(name, input) {
      const reply = await ask(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    onPush: (listener) => void listeners.add(listener),
    sendRaw: (frame) => socket.send(frame),
    closed,
    close: () => socket.terminate(),
  }
}

async function signIn(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  const [cookie] = answer.headers.get('set-cookie')?.split(';') ?? []
  if (cookie === undefined) throw new Error(`The link was refused with ${answer.status}.`)
  return cookie
}
