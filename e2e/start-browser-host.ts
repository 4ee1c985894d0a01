import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { Host, HostOptions, StartedApp } from './host.ts'

/** The app on loopback in a real Chromium: one browser, a new program and context at each start. */
export async function openBrowserHost(options: HostOptions): Promise<Host> {
  const browser = await launchBrowser()
  return {
    async start() {
      const program = await startProgram(options)
      const page = await signIn(browser, program.link)
      return {
        page,
        output: () => program.output(),
        origin: new URL(program.link).origin,
        async end(signal) {
          await endProgram(program.child, signal)
          await page.context().close()
        },
      } satisfies StartedApp
    },
    close: () => browser.close(),
  }
}

type Program = { readonly child: ChildProcess; readonly link: string; output(): string }

/** Starts the program as `npm start -- --web` does, and waits for its link. */
function startProgram({ root, dataDir, workspace, env }: HostOptions): Promise<Program> {
  const args = ['electron/serve.ts', '--no-open', '--data-dir', dataDir, '--workspace', workspace]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
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

async function endProgram(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function signIn(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

function launchBrowser(): Promise<Browser> {
  const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = candidates.find((file) => existsSync(file))
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
