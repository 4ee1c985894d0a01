import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The Bedrock emulator in a process of its own, so that its work is not in what is measured. */
export type Emulator = {
  /** Forgets what it captured and answers every request from now on with this reply. */
  answerWith(reply: readonly object[], settings?: { readonly perDeltaDelayMs: number }): Promise<void>
  readonly address: string
  /** One of its HTTP controls (`docs/emulator.md`). */
  control(action: string, body: unknown): Promise<void>
  /** The bodies of the requests since `answerWith`. */
  bodies(): Promise<readonly unknown[]>
  stop(): void
}

/** Starts it on a free port and points the AWS clients of this process at it. */
export async function startEmulator(): Promise<Emulator> {
  const program = fileURLToPath(new URL('../e2e/bedrock-emulator/main.ts', import.meta.url))
  const child = spawn(process.execPath, [program, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The Bedrock emulator ended before it was ready (${code}).`)))
    child.once('error', reject)
    createInterface(child.stdout).once('line', (line) => resolve((JSON.parse(line) as { address: string }).address))
  })
  // A bench that fails half-way must neither wait for it nor leave it behind.
  child.stdout.destroy()
  child.unref()
  process.once('exit', () => child.kill())
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = address

  async function post(action: string, body: unknown): Promise<void> {
    const response = await fetch(`${address}/_emulator/${action}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`The Bedrock emulator refused ${action}: ${await response.text()}`)
  }

  return {
    address,
    control: post,
    async answerWith(reply, settings = { perDeltaDelayMs: 0 }) {
      await post('reset', null)
      await post('default-reply', reply)
      await post('configure', settings)
    },
    async bodies() {
      const response = await fetch(`${address}/_emulator/requests`)
      return ((await response.json()) as { body: unknown }[]).map(({ body }) => body)
    },
    stop: () => void child.kill(),
  }
}
