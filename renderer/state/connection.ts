import { create } from 'zustand'
import { hostBridge, type Connection } from '../bridge/host-bridge.ts'

export type { Connection }

export const useConnection = create<{ readonly connection: Connection }>(() => ({ connection: 'connecting' }))

/** Keeps the store true, and calls `onRestored` each time the connection is back after a loss. */
export function listenToConnection(onRestored: () => void): () => void {
  let wasLost = false
  const note = (connection: Connection) => {
    useConnection.setState({ connection })
    if (connection === 'connected' && wasLost) onRestored()
    wasLost = connection === 'lost' || (wasLost && connection !== 'connected')
  }
  note(hostBridge().connection())
  return hostBridge().onConnection(note)
}
