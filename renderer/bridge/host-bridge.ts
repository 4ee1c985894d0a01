import type { HostBridge } from '../../shared/ipc/contract.ts'
import { electronBridge } from './electron-bridge.ts'
import { openSocketBridge } from './socket-bridge.ts'

/** Whether the page can reach the app behind it. */
export type Connection = 'connecting' | 'connected' | 'lost'

export type PageBridge = HostBridge & {
  connection(): Connection
  /** Calls on every change. Returns its own unsubscribe. */
  onConnection(listener: (connection: Connection) => void): () => void
}

/** The host behind this page: Electron's preload where there is one, else the socket of the address it came from. */
export function hostBridge(): PageBridge {
  bridge ??= window.bedrockAnalyst === undefined ? openSocketBridge(socketUrl()) : electronBridge(window.bedrockAnalyst)
  return bridge
}

let bridge: PageBridge | undefined

function socketUrl(): string {
  const url = new URL('/socket', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

declare global {
  interface Window {
    /** Put there by the preload script, before any script of the page runs. */
    readonly bedrockAnalyst?: HostBridge
  }
}
