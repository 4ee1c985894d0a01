import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import type { HostBridge } from '../../../shared/ipc/contract.ts'
import { demand, strict, strictObject } from './strict.ts'

/** Runs the built preload as a sandboxed window would: it may require `electron` and has no other part of Node. */
export function runPreload(file: string, invoke: (channel: string, envelope: unknown) => Promise<unknown>) {
  const exposed = new Map<string, HostBridge>()
  const listeners = new Map<string, (...values: unknown[]) => void>()
  const electron = {
    contextBridge: strict(['ContextBridge'], {
      exposeInMainWorld(key: string, api: HostBridge) {
        for (const [name, member] of Object.entries(api))
          demand(typeof member === 'function', `${key}.${name} would be copied, not called`)
        exposed.set(key, api)
      },
    }),
    ipcRenderer: strict(['IpcRenderer'], {
      on: (channel: string, listener: (...values: unknown[]) => void) => void listeners.set(channel, listener),
      invoke: async (channel: string, envelope: unknown) =>
        structuredClone(await invoke(channel, structuredClone(envelope))),
    }),
  }
  const sandboxedRequire = (name: string) => {
    demand(name === 'electron', `A sandboxed preload cannot require ${name}`)
    return strictObject('electron', electron)
  }
  const hidden = ['process', 'Buffer', 'global', 'globalThis', 'setImmediate']
  compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports', ...hidden])(
    sandboxedRequire,
    { exports: {} },
    {},
  )
  demand(exposed.size === 1, 'The preload exposes one thing')
  const bridge = exposed.get('bedrockAnalyst')
  if (bridge === undefined) throw new Error('The preload does not expose bedrockAnalyst')
  return {
    bridge,
    receive: (channel: string, message: unknown) => listeners.get(channel)?.({ sender: electron.ipcRenderer }, message),
  }
}
