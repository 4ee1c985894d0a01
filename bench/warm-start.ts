import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Bench, Figure } from './figure.ts'
import { medianWithSpread } from './median.ts'
import { startEmulator } from './start-emulator.ts'

type Pair = { readonly coldMs: number; readonly warmMs: number }

const network = { connectionDelayMs: 80, tlsDelayMs: 120 }
const credentialsDelayMs = 150

/** What warming up takes away from the wait for the first word. */
export const warmStart: Bench = {
  title: 'First token of a new process, cold beside warmed up (80 ms connection, 120 ms TLS, 150 ms credentials)',
  counted: [
    'Time on the clock from asking to the first text, as the app asks: models of the settings, credentials of the',
    'SDK’s default chain, ConverseStream. Each sample is a process of its own; cold and warm take turns. Warm: the same',
    'after the warm-up has ended, as when a person chose the agent and then typed. The service answers at once; a model',
    'that takes 300 ms to begin has a line of its own, since warming up cannot shorten that.',
  ].join('\n'),
  async run() {
    // Credentials come from elsewhere than the model: over a connection without these delays.
    const vault = await startEmulator()
    const vaultAddress = endpoint()
    await configure(vaultAddress, { credentialsDelayMs })
    const service = await startEmulator()
    try {
      const places = { service: endpoint(), vault: vaultAddress }
      return [
        ...describe('', await takePairs(places, { firstTokenDelayMs: 0, pairs: 11 }), 0.4),
        ...describe(', model 300 ms', await takePairs(places, { firstTokenDelayMs: 300, pairs: 5 })),
      ]
    } finally {
      service.stop()
      vault.stop()
    }
  },
}

type Places = { readonly service: string; readonly vault: string }

async function takePairs(
  places: Places,
  { firstTokenDelayMs, pairs }: { readonly firstTokenDelayMs: number; readonly pairs: number },
): Promise<Pair[]> {
  await configure(places.service, { ...network, firstTokenDelayMs })
  const taken: Pair[] = []
  // The first pair only fills the file system's caches.
  for (let round = -1; round < pairs; round++) {
    const pair = { coldMs: await firstTokenMs('cold', places), warmMs: await firstTokenMs('warm', places) }
    if (round >= 0) taken.push(pair)
  }
  return taken
}

async function firstTokenMs(start: 'cold' | 'warm', { service, vault }: Places): Promise<number> {
  const program = fileURLToPath(new URL('first-token.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, start], {
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: service,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${vault}/_emulator/credentials`,
      // No credentials of whoever runs this.
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
  })
  return (JSON.parse(stdout) as { firstTokenMs: number }).firstTokenMs
}

function describe(suffix: string, pairs: readonly Pair[], goalAtMost?: number): Figure[] {
  const spreadOf = (value: (pair: Pair) => number) => medianWithSpread(pairs.map(value))
  return [
    { name: `cold${suffix}`, unit: 'ms', spread: spreadOf(({ coldMs }) => coldMs) },
    { name: `warm${suffix}`, unit: 'ms', spread: spreadOf(({ warmMs }) => warmMs) },
    {
      name: `warm / cold${suffix}`,
      unit: '×',
      spread: spreadOf(({ coldMs, warmMs }) => warmMs / coldMs),
      ...(goalAtMost === undefined ? {} : { goalAtMost }),
    },
  ]
}

/** Where the emulator is that was started last. */
function endpoint(): string {
  const address = process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME']
  if (address === undefined) throw new Error('No emulator was started.')
  return address
}

async function configure(address: string, settings: object): Promise<void> {
  const response = await fetch(`${address}/_emulator/configure`, { method: 'POST', body: JSON.stringify(settings) })
  if (!response.ok) throw new Error(`The Bedrock emulator refused its settings: ${await response.text()}`)
}
