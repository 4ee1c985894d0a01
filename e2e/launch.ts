import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, chromium, type Browser, type Page } from '@playwright/test'
import { startEmulator, type Emulator } from './bedrock-emulator/emulator.ts'

export { expect } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '..')

/** A running app with a page that is signed in. */
export type RunningApp = {
  readonly page: Page
  readonly dataDir: string
  /** A copy of the sample workspace, the folder that is open. */
  readonly workspace: string
  /** What the program printed. */
  output(): string
  /** Where the browser host answers, without a token. */
  readonly origin: string
  /** Ends the program and starts it again over the same data; the page is the new one's. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<Page>
}

type Fixtures = {
  /** The app on the offline analyst. */
  readonly app: RunningApp
  readonly emulator: Emulator
  /** The app on a Bedrock model of the emulator. */
  readonly bedrockApp: RunningApp
}

/** Every spec is told from these: one real program, one real browser, a data folder and a workspace of its own. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs: nothing.
  app: async ({}, use) => withApp({}, use),
  // oxlint-disable-next-line no-empty-pattern -- As above.
  emulator: async ({}, use) => {
    const emulator = await startEmulator()
    await use(emulator)
    await emulator.close()
  },
  bedrockApp: async ({ emulator }, use) => withApp({ emulator }, use),
})

/** The model that `bedrockApp` starts with, as the emulator names it. */
export const bedrockModel = 'global.anthropic.claude-sonnet-5-5'

async function withApp(
  options: { readonly emulator?: Emulator },
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-e2e-'))
  const workspace = path.join(folder, 'workspace')
  const dataDir = path.join(folder, 'data')
  await cp(path.join(root, 'assets', 'sample-workspace'), workspace, { recursive: true })
  if (options.emulator !== undefined) await writeBedrockConfig(dataDir)
  const env = {
    ...ownEnvironment(folder),
    ...(options.emulator === undefined ? {} : emulatorEnvironment(options.emulator)),
  }
  const browser = await launchBrowser()
  let program = await startProgram({ dataDir, workspace, env })
  let page = await signIn(browser, program.link)
  try {
    await use({
      get page() {
        return page
      },
      dataDir,
      workspace,
      output: () => program.output(),
      get origin() {
        return new URL(program.link).origin
      },
      async restart(signal = 'SIGTERM') {
        await endProgram(program.child, signal)
        await page.context().close()
        program = await startProgram({ dataDir, workspace, env })
        page = await signIn(browser, program.link)
        return page
      },
    })
  } finally {
    await endProgram(program.child, 'SIGTERM')
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Program = { readonly child: ChildProcess; readonly link: string; output(): string }

/** Starts the browser host as `npm start -- --web` does, and waits for its link. */
export function startProgram(options: {
  readonly dataDir: string
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
}): Promise<Program> {
  const args = ['electron/serve.ts', '--no-open', '--data-dir', options.dataDir, '--workspace', options.workspace]
  const child = spawn(process.execPath, args, { cwd: root, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output)?.[0]
      if (link !== undefined) resolve({ child, link, output: () => output })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`The app ended with code ${code}:\n${output}`)))
  })
}

export async function endProgram(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function signIn(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  return page
}

function launchBrowser(): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  )
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // As root Chromium has no sandbox of its own; the rest keeps it from calling home.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** No AWS setting of this machine reaches the app under test. */
export function ownEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))
  return { ...Object.fromEntries(kept), HOME: home, AWS_EC2_METADATA_DISABLED: 'true' }
}

function emulatorEnvironment(emulator: Emulator): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: emulator.address,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
    AWS_SECRET_ACCESS_KEY: 'example',
  }
}

async function writeBedrockConfig(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const config = [
    `modelId: bedrock:${bedrockModel}`,
    'agentId: general',
    'bedrock: { isEnabled: true, region: us-east-1, auth: { kind: default } }',
    '',
  ]
  await writeFile(path.join(dataDir, 'config.yml'), config.join('\n'))
}

/** Types a message and sends it. */
export async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

/** Waits until nothing is being answered. */
export async function answered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Send' }).waitFor()
}
