import type { WebSocket } from 'ws'
import { socketRequest, type SocketFrame, type SocketRequest } from '../../shared/ipc/socket-frames.ts'
import type { App } from '../app/create-app.ts'
import { connectClient } from '../ipc/connect-client.ts'

/** Carries one page's requests and pushes over its socket. A message that is not ours closes it. */
export function serveSocket(app: App, socket: WebSocket): void {
  const client = connectClient(app, (envelope) => sendMessage(socket, { kind: 'push', envelope }))
  socket.on('close', () => client.close())
  socket.on('error', (error) => app.log.write('warning', 'A page’s socket failed', error))
  socket.on('message', (data) => {
    const message = parseMessage(data)
    if (message === undefined) return socket.close(1008, 'Not a message of this app')
    client
      .handle(message.envelope)
      .then((reply) => sendMessage(socket, { kind: 'reply', id: message.id, reply }))
      .catch((error: unknown) => app.log.write('error', 'A reply could not be sent', error))
  })
}

function parseMessage(data: WebSocket.RawData): SocketRequest | undefined {
  try {
    return socketRequest.parse(JSON.parse((data as Buffer).toString('utf8')))
  } catch {
    return undefined
  }
}

function sendMessage(socket: WebSocket, message: SocketFrame): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
}
