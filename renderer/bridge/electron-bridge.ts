import type { HostBridge } from '../../shared/ipc/contract.ts'
import type { PageBridge } from './host-bridge.ts'

/** The preload's bridge. It lives and dies with the window, so it is never lost. */
export function electronBridge(host: HostBridge): PageBridge {
  return {
    request: (envelope) => host.request(envelope),
    onPush: (listener) => host.onPush(listener),
    connection: () => 'connected',
    onConnection: () => () => {},
  }
}
