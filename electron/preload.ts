import { contextBridge, ipcRenderer } from 'electron'
import type { HostBridge } from '../shared/ipc/contract.ts'
import { channels } from './shell/channels.ts'

type Subscription = { readonly tell: (envelope: unknown) => void }

const subscriptions = new Set<Subscription>()

// The event stays here: it leads to `ipcRenderer`, and with it to every channel there is.
ipcRenderer.on(channels.push, (_event, envelope: unknown) => {
  for (const { tell } of subscriptions) tell(envelope)
})

/** All the page gets of Electron: two functions, bound to our two channels. */
const bridge: HostBridge = {
  request: (envelope) => ipcRenderer.invoke(channels.request, envelope),
  onPush(listener) {
    const subscription = { tell: listener }
    subscriptions.add(subscription)
    return () => void subscriptions.delete(subscription)
  },
}

contextBridge.exposeInMainWorld('bedrockAnalyst', bridge)
