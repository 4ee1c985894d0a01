import { existsSync } from 'node:fs'
import type { IpcMainInvokeEvent } from 'electron'
import { pretendedWindow, type PretendedWindow } from './pretended-window.ts'
import type { StandInOptions, WorldMethods } from './stand-in-options.ts'
import { checkOptions, demand, preventable, strict, strictEvents, strictObject, violations } from './strict.ts'
import { forkUtilityProcess } from './pretended-utility-process.ts'

/**
 * Stands in for the `electron` module under plain Node: the calls, events, options and properties the shell uses, each
 * checked against Electron's own type file, and a failure for everything else. `world` is the test's side of it.
 */
export const options = JSON.parse(process.env['STAND_IN'] ?? '{}') as StandInOptions

let isReady = false
let isQuitting = false
const windows = new Map<number, PretendedWindow>()
const paths = new Map([['downloads', '/downloads']])
const asked = { errorBoxes: [] as string[][], opened: [] as string[], menu: [] as unknown[] }
let answers: { folder?: string; file?: string } = {}
const whenReady = Promise.withResolvers<void>()
const early = (what: string) => demand(!isReady, `${what} must come before ready`)
const late = (what: string) => demand(isReady, `${what} must come after ready`)

const appEvents = strictEvents(['App'])
export const app = strict(['App'], {
  ...appEvents.members,
  isPackaged: options.isPackaged ?? false,
  enableSandbox: () => early('app.enableSandbox'),
  whenReady: () => whenReady.promise,
  getVersion: () => '1.2.3',
  getPath(name: string) {
    demand(paths.has(name), `app.getPath('${name}') is not known to the stand-in`)
    return paths.get(name)
  },
  setPath(name: string, folder: string) {
    early('app.setPath')
    demand(
      name === 'userData' && existsSync(folder),
      `app.setPath('${name}') wants a known name and a folder that is there`,
    )
    paths.set(name, folder)
  },
  requestSingleInstanceLock() {
    demand(paths.has('userData'), 'The lock lies in userData, which is set first')
    return !(options.isSecondInstance ?? false)
  },
  exit: (code: number) => process.exit(code),
  quit,
})

/** As Electron does it: windows close, then `will-quit` may hold it back. */
function quit(): void {
  isQuitting = true
  for (const window of windows.values()) window.world.close()
  const { event, isPrevented } = preventable({})
  appEvents.emit('will-quit', event)
  isQuitting = false
  if (!isPrevented()) setImmediate(() => process.exit(0))
}

export const protocol = strict(['Protocol'], {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: object }[]) {
    early('protocol.registerSchemesAsPrivileged')
    for (const scheme of schemes) {
      checkOptions(['CustomScheme'], scheme)
      checkOptions(['Privileges'], scheme.privileges)
    }
    privileged = schemes
  },
})
let privileged: { scheme: string; privileges: object }[] = []

type Handler<Values extends unknown[], Value> = (...values: Values) => Value
const page = {} as {
  handle?: Handler<[Request], Promise<Response>>
  filter?: Handler<[{ url: string }, (answer: { cancel: boolean }) => void], void>
  request?: Handler<[unknown, string, (isGranted: boolean) => void, { requestingUrl: string }], void>
  check?: Handler<[unknown, string, string], boolean>
  device?: Handler<[object], boolean>
}
const sessionEvents = strictEvents(['Session'])
const defaultSession = strict(['Session'], {
  ...sessionEvents.members,
  protocol: strict(['Protocol'], {
    handle(scheme: string, handler: NonNullable<typeof page.handle>) {
      demand(
        JSON.stringify(privileged) === JSON.stringify([{ scheme, privileges: { standard: true, secure: true } }]),
        `${scheme} is not a standard, secure scheme`,
      )
      page.handle = handler
    },
  }),
  webRequest: strict(['WebRequest'], {
    onBeforeRequest: (filter: NonNullable<typeof page.filter>) => void (page.filter = filter),
  }),
  setPermissionRequestHandler: (handler: NonNullable<typeof page.request>) => void (page.request = handler),
  setPermissionCheckHandler: (handler: NonNullable<typeof page.check>) => void (page.check = handler),
  setDevicePermissionHandler: (handler: NonNullable<typeof page.device>) => void (page.device = handler),
  setDisplayMediaRequestHandler: (handler: unknown) => demand(typeof handler === 'function', 'a handler is wanted'),
  setSpellCheckerEnabled: (isEnabled: boolean) => demand(!isEnabled, 'The spell checker would fetch its dictionary'),
})
export const session = strictObject('session', {
  get defaultSession() {
    late('session.defaultSession')
    return defaultSession
  },
})

export const nativeTheme = strict(['NativeTheme'], { shouldUseDarkColors: true })

const display = { id: 1, workArea: { x: 0, y: 0, width: 1600, height: 900 } }
export const screen = strict(['Screen'], {
  getPrimaryDisplay() {
    late('screen')
    return display
  },
  getAllDisplays: () => [display],
})

export const safeStorage = strict(['SafeStorage'], {
  async isAsyncEncryptionAvailable() {
    late('safeStorage')
    return options.vault !== 'missing'
  },
  getSelectedStorageBackend: () => options.vault ?? 'gnome_libsecret',
  encryptStringAsync: async (text: string) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a),
  decryptStringAsync: async (encrypted: Buffer) => ({
    result: Buffer.from(encrypted.map((byte) => byte ^ 0x5a)).toString('utf8'),
    shouldReEncrypt: false,
  }),
})

export const dialog = strict(['Dialog'], {
  showErrorBox(title: string, content: string) {
    late('A box that can be seen')
    asked.errorBoxes.push([title, content])
    // Tests of a failing start read it here, since nothing lives on to be asked.
    process.stdout.write(`${JSON.stringify({ title, content })}\n`)
  },
  async showOpenDialog(_window: unknown, dialogOptions: object) {
    checkOptions(['OpenDialogOptions'], dialogOptions)
    return { canceled: answers.folder === undefined, filePaths: answers.folder === undefined ? [] : [answers.folder] }
  },
  async showSaveDialog(_window: unknown, dialogOptions: object) {
    checkOptions(['SaveDialogOptions'], dialogOptions)
    return { canceled: answers.file === undefined, filePath: answers.file ?? '' }
  },
})

export const shell = strict(['Shell'], { openExternal: async (url: string) => void asked.opened.push(url) })

export const Menu = strict(['Menu'], {
  buildFromTemplate(template: { submenu?: object[] }[]) {
    for (const item of template.flatMap((entry) => [entry, ...(entry.submenu ?? [])]))
      checkOptions(['MenuItemConstructorOptions'], item)
    return template
  },
  setApplicationMenu: (menu: unknown[]) => void (asked.menu = menu),
})

type Invoke = (event: IpcMainInvokeEvent, envelope: unknown) => Promise<unknown>
const handlers = new Map<string, Invoke>()
export const ipcMain = strict(['IpcMain'], {
  handle(channel: string, handler: Invoke) {
    demand(!handlers.has(channel), `A second handler for ${channel}`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
})

export const utilityProcess = strict(['UtilityProcess'], {
  fork(
    file: string,
    args: string[],
    forkOptions: { env: Record<string, string>; serviceName: string; stdio: string[] },
  ) {
    late('utilityProcess.fork')
    checkOptions(['ForkOptions'], forkOptions)
    return forkUtilityProcess(file, args, forkOptions)
  },
})

/** A class in Electron; here a function that `new` works on. */
export const BrowserWindow = function (windowOptions: object) {
  late('new BrowserWindow')
  const window = pretendedWindow(windowOptions, {
    invoke: (channel, event, envelope) => invoke(channel, event, envelope),
    load: (url) => world.load(url),
    onContents: (contents) => appEvents.emit('web-contents-created', {}, contents),
    onClosed(id) {
      windows.delete(id)
      if (windows.size === 0 && !isQuitting) appEvents.emit('window-all-closed')
    },
  })
  windows.set(window.id, window)
  return window.window
}

async function invoke(channel: string, event: unknown, envelope: unknown): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  // Both ways through the structured clone, as the real channel does it.
  return structuredClone(await handler(event as IpcMainInvokeEvent, structuredClone(envelope)))
}

function only(): PretendedWindow['world'] {
  const [window] = windows.values()
  if (window === undefined) throw new Error('There is no window')
  return window.world
}

export const world: WorldMethods & { becomeReady(): void } = {
  becomeReady() {
    isReady = true
    whenReady.resolve()
  },
  async load(url) {
    const isCancelled = await new Promise<boolean>((resolve) => {
      if (page.filter === undefined) return resolve(false)
      page.filter({ url }, ({ cancel }) => resolve(cancel))
    })
    if (isCancelled) return 'cancelled'
    if (page.handle === undefined || !url.startsWith(`${privileged[0]!.scheme}:`))
      throw new Error(`${url} reached the network`)
    const response = await page.handle(new Request(url))
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
  },
  request: (envelope) =>
    only()
      .bridge()
      .request(envelope as never),
  requestAs: (sender, envelope) => only().requestAs(sender, envelope),
  pushes: () => only().pushes(),
  bridgeKeys: () => Object.keys(only().bridge()),
  navigate: (url, isMainFrame) => only().navigate(url, isMainFrame),
  attachWebview: () => only().attachWebview(),
  openWindow: (url) => only().openWindow(url),
  download() {
    const { event, isPrevented } = preventable({})
    sessionEvents.emit('will-download', event)
    return isPrevented() ? 'prevented' : 'went'
  },
  permission(name, requester) {
    let isGranted = false
    page.request?.({}, name, (answer) => (isGranted = answer), { requestingUrl: requester })
    return { request: isGranted, check: page.check!({}, name, requester), device: page.device!({}) }
  },
  windowOptions: () => only().options,
  windowState: () => ({
    count: windows.size,
    ...(windows.size === 0 ? { isVisible: false, isFocused: false } : only().state()),
  }),
  reload: () => only().reload(),
  crash: (reason) => only().crash(reason),
  closeWindow: () => only().close(),
  secondInstance: () => appEvents.emit('second-instance', {}, [], '/', undefined),
  answerDialogs: (next) => void (answers = next),
  asked: () => asked,
  violations: () => violations,
}
