import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type Page, type TestInfo } from '@playwright/test'
import { startEmulator, type Emulator } from './bedrock-emulator/emulator.ts'
import { openBrowserHost } from './start-browser-host.ts'
import { openElectronHost } from './start-electron-host.ts'

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
  /** Where the page comes from, without a token. */
  readonly origin: string
  /** Ends the program and starts it again over the same data; the page is the new one's. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<Page>
}

type Options = {
  readonly hostKind: 'browser' | 'electron'
  /** The model that `bedrockApp` starts with, as the emulator names it. */
  readonly bedrockModel: string
  /** Agents of one's own in the data folder, by their id: what their files say. */
  readonly ownAgents: Readonly<Record<string, string>>
}
type Fixtures = {
  /** The app on the offline analyst. */
  readonly app: RunningApp
  readonly emulator: Emulator
  /** The app on a Bedrock model of the emulator. */
  readonly bedrockApp: RunningApp
}

/** Every spec is told from these: one real program, one real page, a data folder and a workspace of its own. */
export const test = base.extend<Fixtures & Options>({
  hostKind: ['browser', { option: true }],
  bedrockModel: ['global.anthropic.claude-sonnet-5-5', { option: true }],
  ownAgents: [{}, { option: true }],
  app: async ({ hostKind }, use) => withApp({ hostKind }, use),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs: nothing.
  emulator: async ({}, use) => {
    const emulator = await startEmulator()
    await use(emulator)
    await emulator.close()
  },
  bedrockApp: async ({ emulator, hostKind, bedrockModel, ownAgents }, use) =>
    withApp({ hostKind, bedrock: { emulator, bedrockModel, ownAgents } }, use),
})

type BedrockSetup = Omit<Options, 'hostKind'> & { readonly emulator: Emulator }

async function withApp(
  { hostKind, bedrock }: Pick<Options, 'hostKind'> & { readonly bedrock?: BedrockSetup },
  use: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-e2e-'))
  const workspace = path.join(folder, 'workspace')
  const dataDir = path.join(folder, 'data')
  await cp(path.join(root, 'assets', 'sample-workspace'), workspace, { recursive: true })
  if (bedrock !== undefined) await writeBedrockConfig(dataDir, bedrock)
  const env = { ...ownEnvironment(folder), ...(bedrock === undefined ? {} : emulatorEnvironment(bedrock.emulator)) }
  const openHost = hostKind === 'electron' ? openElectronHost : openBrowserHost
  const host = await openHost({ root, dataDir, workspace, env })
  let started = await host.start()
  await isReady(started.page)
  try {
    await use({
      dataDir,
      workspace,
      get page() {
        return started.page
      },
      get origin() {
        return started.origin
      },
      output: () => started.output(),
      async restart(signal = 'SIGTERM') {
        await started.end(signal)
        started = await host.start()
        await isReady(started.page)
        return started.page
      },
    })
  } finally {
    await started.end('SIGTERM')
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The stores are filled: who answers, and with which model, is known. */
async function isReady(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await page.getByRole('button', { name: 'Add files' }).and(page.locator(':enabled')).waitFor()
}

/** No AWS setting of this machine reaches the app under test. */
function ownEnvironment(home: string): NodeJS.ProcessEnv {
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

async function writeBedrockConfig(dataDir: string, { bedrockModel, ownAgents }: BedrockSetup): Promise<void> {
  const agents = path.join(dataDir, 'agents')
  await mkdir(agents, { recursive: true })
  for (const [id, file] of Object.entries(ownAgents)) await writeFile(path.join(agents, `${id}.yml`), file)
  const config = [
    `modelId: bedrock:${bedrockModel}`,
    'agentId: general',
    'bedrock: { isEnabled: true, region: us-east-1, auth: { kind: default } }',
    '',
  ]
  await writeFile(path.join(dataDir, 'config.yml'), config.join('\n'))
}

/** Types a message, sends it and waits until it stands in the chat: from then on it is being answered, or was. */
export async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  // Not by role: a question that comes at once hides the chat from assistive technology.
  await page.locator('article[aria-label="You"]').filter({ hasText: text }).last().waitFor()
}

/** Waits until nothing is being answered. */
export async function answered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Send' }).waitFor()
}

/** Sends a message and waits until it is answered. */
export async function ask(page: Page, text: string): Promise<void> {
  await send(page, text)
  await answered(page)
}

/** A picture of the page as it is now, kept with the test's results. */
export async function photograph(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  const file = testInfo.outputPath(`${name}.png`)
  // Colours that are still changing would make a picture nobody ever sees.
  await page.evaluate(() => {
    const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    return Promise.allSettled(changes.map(({ finished }) => finished)).then(() => undefined)
  })
  await page.screenshot({ path: file, animations: 'disabled' })
  await testInfo.attach(name, { path: file, contentType: 'image/png' })
}
