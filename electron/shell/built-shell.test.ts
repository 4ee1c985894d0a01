import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PushEnvelope, Reply, RequestArguments, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import { ensureBuilt } from './testing/ensure-built.ts'
import type { StandInOptions } from './testing/stand-in-options.ts'
import { startShell, type StartedShell } from './testing/start-shell.ts'

// `build/main/main.js` and `build/preload/preload.cjs` as they ship, with the real app behind them.
beforeAll(ensureBuilt, 240_000)

let folder: string
let dataDir: string
let shells: StartedShell[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ba-shell-'))
  dataDir = path.join(folder, 'data')
  shells = []
})

afterEach(async () => {
  for (const shell of shells) shell.kill()
  await Promise.all(shells.map(({ ended }) => ended))
  await rm(folder, { recursive: true, force: true })
})

function start(options: Partial<StandInOptions> = {}, env: Record<string, string> = {}): StartedShell {
  const shell = startShell({ args: ['--data-dir', dataDir], ...options }, env)
  shells.push(shell)
  return shell
}

/** The app with its window on screen. */
async function open(options: Partial<StandInOptions> = {}, env: Record<string, string> = {}) {
  const shell = start(options, env)
  await expect.poll(async () => (await shell.world.windowState()).isVisible, { timeout: 40_000 }).toBe(true)
  return { ...shell, request: requester(shell) }
}

function requester({ world }: StartedShell) {
  return async <Name extends RequestName>(name: Name, input: RequestArguments<Name>): Promise<RequestOutput<Name>> => {
    const reply = (await world.request({ name, input })) as Reply<RequestOutput<Name>>
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
    return reply.value
  }
}

async function quit(shell: StartedShell): Promise<void> {
  expect(await shell.world.violations()).toEqual([])
  await shell.world.closeWindow()
  expect((await shell.ended).code).toBe(0)
}

describe('the built shell', { timeout: 90_000 }, () => {
  it('opens one sandboxed window without Node, and shows it only once its page is there', async () => {
    const shell = await open()
    expect(await shell.world.windowOptions()).toEqual({
      width: 1360,
      height: 880,
      minWidth: 720,
      minHeight: 480,
      title: 'Bedrock Analyst',
      show: false,
      backgroundColor: '#171614',
      autoHideMenuBar: true,
      ...(process.platform === 'linux' ? { icon: path.resolve('assets/icons/512x512.png') } : {}),
      webPreferences: {
        preload: path.resolve('build/preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        devTools: true,
        spellcheck: process.platform === 'darwin',
      },
    })
    await quit(shell)
  })

  it('serves the page under its scheme with a policy that allows no connection, and nothing from elsewhere', async () => {
    const shell = await open()
    const answer = await shell.world.load('app://bedrock-analyst/index.html')
    if (answer === 'cancelled') throw new Error('The page was not loaded')
    expect(answer.body).toBe(await readFile('build/renderer/index.html', 'utf8'))
    expect(answer.headers['content-security-policy']).toContain("connect-src 'none'")
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(await shell.world.load('app://bedrock-analyst/..%2f..%2fpackage.json')).toMatchObject({ status: 404 })
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://evil/index.html', 'ws://127.0.0.1:1/'])
      expect(await shell.world.load(url)).toBe('cancelled')
    await quit(shell)
  })

  it('answers the page through the bridge, and gives it two functions and no more', async () => {
    const shell = await open()
    expect(await shell.world.bridgeKeys()).toEqual(['request', 'onPush'])
    const info = await shell.request('app.info', {})
    expect(info).toMatchObject({ version: '1.2.3', host: 'electron', dataDir, notices: [] })
    expect(await shell.world.request({ name: 'no.such', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_REQUEST' },
    })
    await quit(shell)
  })

  it('refuses a foreign sender with a reply and a line in the log', async () => {
    const shell = await open()
    const ask = { name: 'app.info', input: {} }
    const foreign = [
      { contentsId: 77 },
      { isSubframe: true },
      { origin: 'https://example.com' },
      { origin: 'app://bedrock-analyst.example' },
      { url: 'data:text/html,hello' },
    ]
    for (const sender of foreign)
      expect(await shell.world.requestAs(sender, ask)).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } })
    expect(await shell.world.requestAs({}, ask)).toMatchObject({ ok: true })
    await quit(shell)
    const log = await readFile(path.join(dataDir, 'app.log'), 'utf8')
    expect(log.match(/A request was refused/g)).toHaveLength(foreign.length)
  })

  it('tells the page what changed, without the event object, and the page after a crash too', async () => {
    const shell = await open()
    await shell.request('settings.update', { theme: 'dark' })
    await expect.poll(() => shell.world.pushes()).toHaveLength(1)
    const [heard] = await shell.world.pushes()
    expect(heard).toHaveLength(1)
    expect(heard![0]).toMatchObject({ name: 'settings.changed', payload: { settings: { theme: 'dark' } } })

    await shell.world.crash('crashed')
    await expect.poll(() => shell.request('settings.get', {}).catch(() => null)).toMatchObject({ theme: 'dark' })
    await shell.request('settings.update', { theme: 'light' })
    await expect.poll(() => shell.world.pushes()).toHaveLength(1)
    await quit(shell)
  })

  it('takes a reloaded page for a new one, which has attached to nothing and hears everything once', async () => {
    const shell = await open()
    const { id, runId } = await askOffline(shell, 'Total amount by region in sales.csv')
    await shell.request('run.attach', { runId })
    const stop = async () => (await shell.request('conversation.get', { conversationId: id })).runs[0]?.stop?.kind
    await expect.poll(stop, { timeout: 20_000 }).toBe('completed')

    await shell.world.reload()
    // To the old page the rest of the run would come now.
    await shell.request('run.acknowledge', { runId, seq: 1 })
    await shell.request('settings.update', { theme: 'dark' })
    await expect.poll(async () => (await shell.world.pushes()).length).toBeGreaterThan(0)
    const heard = (await shell.world.pushes()).map(([push]) => (push as PushEnvelope).name)
    expect(heard).toEqual(['settings.changed'])
    await quit(shell)
  })

  it('gives up on a page that dies twice in a row, and says that nothing is lost', async () => {
    const shell = await open()
    await shell.world.crash('crashed')
    await expect.poll(() => shell.request('settings.get', {}).catch(() => null)).not.toBeNull()
    await shell.world.crash('oom')
    const { code, output } = await shell.ended
    expect(code).toBe(0)
    expect(output).toContain('Your conversations are saved')
  })

  it('denies navigation, new windows, web views, downloads, devices and every permission but writing the clipboard', async () => {
    const { world, ...shell } = await open()
    expect(await world.navigate('https://example.com/', true)).toBe('prevented')
    expect(await world.navigate('app://bedrock-analyst/index.html', false)).toBe('prevented')
    expect(await world.navigate('app://bedrock-analyst/index.html#conversation=1', true)).toBe('went')
    expect(await world.openWindow('https://example.com/')).toEqual({ action: 'deny' })
    expect(await world.attachWebview()).toBe('prevented')
    expect(await world.download()).toBe('prevented')
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'unknown'])
      expect(await world.permission(name, 'app://bedrock-analyst/')).toEqual({
        request: false,
        check: false,
        device: false,
      })
    expect(await world.permission('clipboard-sanitized-write', 'app://bedrock-analyst/')).toMatchObject({ check: true })
    expect(await world.permission('clipboard-sanitized-write', 'https://example.com/')).toMatchObject({ check: false })
    await quit({ world, ...shell })
  })

  it('answers a question with real workers, saves its table, and finds the conversation after quitting', async () => {
    const first = await open()
    const { id, runId } = await askOffline(first, 'How many rows are in sales.csv?')
    await first.request('run.attach', { runId })
    await acknowledgeUntilEnd(first)

    const { runs } = await first.request('conversation.get', { conversationId: id })
    const table = Object.values(runs[0]!.tools).flatMap(({ state }) =>
      state.kind === 'done' && state.outcome.display?.kind === 'table' ? [state.outcome.display] : [],
    )[0]!
    const file = path.join(folder, 'result.csv')
    expect(await first.request('table.export', { tableId: table.tableId })).toEqual({ kind: 'cancelled' })
    await first.world.answerDialogs({ file })
    expect(await first.request('table.export', { tableId: table.tableId })).toEqual({ kind: 'saved', path: file })
    const lines = (await readFile('assets/sample-workspace/sales.csv', 'utf8')).trimEnd().split('\n')
    expect(await readFile(file, 'utf8')).toContain(`\n${lines.length - 1}`)
    await first.world.answerDialogs({ file: path.join(folder, 'no', 'such', 'folder.csv') })
    await expect(first.request('table.export', { tableId: table.tableId })).rejects.toThrow('could not be saved there')
    await quit(first)

    const second = await open()
    expect((await second.request('conversation.list', {})).conversations.map((found) => found.id)).toEqual([id])
    expect((await second.request('conversation.get', { conversationId: id })).runs).toEqual(runs)
    await quit(second)
  })

  it('stops a run and stores what it had when it quits', async () => {
    const first = await open()
    const { id } = await askOffline(first, 'Total amount by region in sales.csv')
    await quit(first)

    const second = await open()
    const { runs } = await second.request('conversation.get', { conversationId: id })
    // A run that the quit did not wait for would be found interrupted.
    expect(runs.map(({ stop }) => stop?.kind)).toEqual(['cancelled'])
    await quit(second)
  })

  it('shows the folder dialog, and opens web links only', async () => {
    const shell = await open()
    expect(await shell.request('workspace.choose', {})).toEqual({ path: null })
    await shell.world.answerDialogs({ folder })
    expect(await shell.request('workspace.choose', {})).toEqual({ path: folder })
    await shell.request('link.open', { url: 'https://aws.amazon.com/bedrock/' })
    await expect(shell.request('link.open', { url: 'file:///etc/passwd' })).rejects.toThrow('INVALID_REQUEST')
    expect((await shell.world.asked()).opened).toEqual(['https://aws.amazon.com/bedrock/'])
    await quit(shell)
  })

  it('keeps keys encrypted in a file of its own where there is a vault', async () => {
    const first = await open({ vault: 'gnome_libsecret' })
    const keys = { kind: 'bearer', token: 'very-secret-token' } as const
    expect(await first.request('credentials.set', keys)).toEqual({ keptIn: 'vault' })
    await quit(first)
    const file = path.join(dataDir, 'secrets', 'bedrock-bearer.bin')
    expect((await readFile(file)).includes('very-secret-token')).toBe(false)
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
    const second = await open({ vault: 'gnome_libsecret' })
    expect(await second.request('credentials.status', {})).toMatchObject({ hasBearer: true })
    await quit(second)
  })

  it.runIf(process.platform === 'linux')('keeps keys in memory only where the vault is a fixed password', async () => {
    const shell = await open({ vault: 'basic_text' })
    const keys = { kind: 'bearer', token: 'very-secret-token' } as const
    expect(await shell.request('credentials.set', keys)).toEqual({ keptIn: 'memory' })
    expect(await shell.request('credentials.status', {})).toMatchObject({ hasBearer: true })
    await quit(shell)
    await expect(stat(path.join(dataDir, 'secrets'))).rejects.toThrow('ENOENT')
  })

  it('remembers where the window was, and opens as usual when that note is damaged', async () => {
    await quit(await open())
    const note = path.join(dataDir, 'window.json')
    const second = await open()
    expect(await second.world.windowOptions()).toMatchObject({ x: 40, y: 30, width: 1000, height: 700 })
    await quit(second)
    await writeFile(note, '{"x": 1e999')
    const third = await open()
    expect(await third.world.windowOptions()).toMatchObject({ width: 1360, height: 880 })
    await quit(third)
  })

  it('comes to the front when it is started a second time', async () => {
    const shell = await open()
    expect((await shell.world.windowState()).isFocused).toBe(false)
    await shell.world.secondInstance()
    expect(await shell.world.windowState()).toEqual({ count: 1, isVisible: true, isFocused: true })
    await quit(shell)
  })

  it('ends at once as the second instance, without touching the data', async () => {
    const { code, output } = await start({ isSecondInstance: true }).ended
    expect({ code, output }).toEqual({ code: 0, output: '' })
    await expect(stat(path.join(dataDir, 'bedrock-analyst.db'))).rejects.toThrow('ENOENT')
  })

  it.each([
    ['the data folder is in use by another app', async () => void (await open()), 'Another copy of the app is using'],
    ['the data folder is a file', () => writeFile(dataDir, ''), 'may not write its data folder'],
  ])('says in a box why it cannot start when %s', async (_when, prepare, sentence) => {
    await prepare()
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(JSON.parse(output.trim().split('\n').at(-1)!)).toEqual({
      title: 'Bedrock Analyst cannot start',
      content: expect.stringContaining(sentence) as string,
    })
  })

  it('says in a box that an option lacks its folder', async () => {
    const { code, output } = await start({ args: ['--data-dir'] }).ended
    expect(code).toBe(1)
    expect(output).toContain('--data-dir needs a folder.')
  })

  it('has no developer tools once it is installed', async () => {
    const shell = await open({ isPackaged: true })
    expect(await shell.world.windowOptions()).toMatchObject({ webPreferences: { devTools: false } })
    expect(await shell.world.load('devtools://devtools/bundled/inspector.html')).toBe('cancelled')
    expect(JSON.stringify((await shell.world.asked()).menu)).not.toContain('toggleDevTools')
    await quit(shell)
  })
})

async function acknowledgeUntilEnd(shell: Awaited<ReturnType<typeof open>>): Promise<void> {
  let seen = 0
  const hasEnded = async () => {
    const batches = (await shell.world.pushes()).flatMap(([push]) => {
      const envelope = push as PushEnvelope
      return envelope.name === 'run.batch' ? [envelope.payload] : []
    })
    for (const { runId, seq } of batches.slice(seen)) await shell.request('run.acknowledge', { runId, seq })
    seen = batches.length
    return batches.some(({ content }) =>
      content.kind === 'snapshot'
        ? content.state.stop !== null
        : content.events.some(({ type }) => type === 'run-ended'),
    )
  }
  await expect.poll(hasEnded, { timeout: 25_000, interval: 50 }).toBe(true)
}

/** Puts a question about the sample workspace to the offline analyst. */
async function askOffline({ request }: Awaited<ReturnType<typeof open>>, text: string) {
  const { sampleWorkspace } = await request('app.info', {})
  await request('workspace.open', { path: sampleWorkspace })
  const { agentId } = await request('settings.get', {})
  const modelId = (await request('models.list', {})).models.find(({ provider }) => provider === 'offline')!.id
  const { id } = await request('conversation.create', { agentId, modelId })
  const { runId } = await request('run.start', { conversationId: id, agentId, modelId, text, attachments: [] })
  return { id, runId }
}
