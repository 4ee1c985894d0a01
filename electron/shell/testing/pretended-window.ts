import type { HostBridge } from '../../../shared/ipc/contract.ts'
import { runPreload } from './run-preload.ts'
import type { WorldMethods } from './stand-in-options.ts'
import { checkOptions, demand, preventable, strict, strictEvents } from './strict.ts'

export type PretendedWindow = ReturnType<typeof pretendedWindow>

type Surroundings = {
  readonly invoke: (channel: string, event: unknown, envelope: unknown) => Promise<unknown>
  readonly load: WorldMethods['load']
  readonly onContents: (contents: object) => void
  readonly onClosed: (id: number) => void
}

type WindowOpenHandler = (details: { url: string }) => unknown

let lastId = 0

/** A window whose page is the real preload and a listener on its bridge. */
export function pretendedWindow(windowOptions: object, surroundings: Surroundings) {
  const id = ++lastId
  const preferences = (windowOptions as { webPreferences: { preload: string } }).webPreferences
  checkOptions(['BrowserWindowConstructorOptions', 'BaseWindowConstructorOptions'], windowOptions)
  checkOptions(['WebPreferences'], preferences)

  let url = ''
  let isVisible = false
  let isFocused = false
  let isDestroyed = false
  let loaded: { bridge: HostBridge; receive(channel: string, message: unknown): void } | undefined
  let pushes: unknown[][] = []
  let windowOpenHandler: WindowOpenHandler | undefined

  const contentsEvents = strictEvents(['WebContents'])
  const contents = strict(['WebContents'], {
    ...contentsEvents.members,
    id,
    isDestroyed: () => isDestroyed,
    send(channel: string, message: unknown) {
      demand(!isDestroyed, 'Object has been destroyed')
      loaded?.receive(channel, structuredClone(message))
    },
    reload: () => void loadPage(),
    setWindowOpenHandler: (handler: WindowOpenHandler) => void (windowOpenHandler = handler),
  })
  surroundings.onContents(contents)

  const events = strictEvents(['BrowserWindow', 'BaseWindow'])
  const window = strict(['BrowserWindow', 'BaseWindow'], {
    ...events.members,
    webContents: contents,
    async loadURL(address: string) {
      url = address
      await loadPage()
      events.emit('ready-to-show')
    },
    show: () => void (isVisible = true),
    focus: () => void (isFocused = true),
    isMinimized: () => true,
    restore: () => {},
    maximize: () => {},
    isMaximized: () => false,
    getNormalBounds: () => ({ x: 40, y: 30, width: 1000, height: 700 }),
    destroy,
  })

  /** A commit, then a fresh page: what the old one had is gone. */
  async function loadPage(): Promise<void> {
    const answer = await surroundings.load(url)
    demand(answer !== 'cancelled' && answer.status === 200, `${url} was not served`)
    pushes = []
    contentsEvents.emit('did-navigate', {}, url, 200, 'OK')
    loaded = runPreload(preferences.preload, (channel, envelope) => surroundings.invoke(channel, event({}), envelope))
    loaded.bridge.onPush((...values: unknown[]) => void pushes.push(values))
  }

  function event(sender: Parameters<WorldMethods['requestAs']>[0]) {
    const origin = sender.origin ?? 'app://bedrock-analyst'
    const frame = strict(['WebFrameMain'], {
      parent: sender.isSubframe === true ? {} : null,
      origin,
      url: sender.url ?? `${origin}/index.html`,
    })
    return strict(['IpcMainInvokeEvent'], {
      sender: sender.contentsId === undefined ? contents : strict(['WebContents'], { id: sender.contentsId }),
      senderFrame: frame,
    })
  }

  function destroy(): void {
    if (isDestroyed) return
    isDestroyed = true
    events.emit('closed')
    surroundings.onClosed(id)
  }

  return {
    id,
    window,
    world: {
      options: windowOptions,
      bridge() {
        if (loaded === undefined) throw new Error('The page has not loaded')
        return loaded.bridge
      },
      requestAs: (sender: Parameters<WorldMethods['requestAs']>[0], envelope: unknown) =>
        surroundings.invoke('bedrock-analyst:request', event(sender), envelope),
      pushes: () => pushes,
      state: () => ({ isVisible, isFocused }),
      navigate(target: string, isMainFrame: boolean) {
        const { event: details, isPrevented } = preventable({ url: target, isMainFrame })
        contentsEvents.emit('will-frame-navigate', details)
        return isPrevented() ? ('prevented' as const) : ('went' as const)
      },
      attachWebview() {
        const { event: details, isPrevented } = preventable({})
        contentsEvents.emit('will-attach-webview', details, {}, { src: 'https://example.com' })
        return isPrevented() ? ('prevented' as const) : ('went' as const)
      },
      openWindow: (target: string) => windowOpenHandler?.({ url: target }),
      reload: loadPage,
      crash(reason: string) {
        loaded = undefined
        contentsEvents.emit('render-process-gone', {}, { reason, exitCode: 9 })
      },
      close() {
        events.emit('close', {})
        destroy()
      },
    },
  }
}
