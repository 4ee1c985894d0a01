import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs, promisify } from 'node:util'
import { cachePrediction } from './cache-prediction.ts'
import { autoModel } from './auto-model.ts'
import { data } from './data.ts'
import { isGoalMet, type Bench, type BenchOptions, type Figure } from './figure.ts'
import { firstDelta } from './first-delta.ts'
import { lossless } from './lossless.ts'
import { printTable } from './print-table.ts'
import { promptCache } from './prompt-cache.ts'
import { stoppedReader } from './stopped-reader.ts'
import { streamCpu } from './stream-cpu.ts'
import { turnCost } from './turn-cost.ts'
import { warmStart } from './warm-start.ts'
import { toolCache } from './tool-cache.ts'

const benches: Readonly<Record<string, Bench>> = {
  stream: streamCpu,
  'first-delta': firstDelta,
  'warm-start': warmStart,
  'prompt-cache': promptCache,
  'cache-prediction': cachePrediction,
  'turn-cost': turnCost,
  lossless,
  'tool-cache': toolCache,
  'auto-model': autoModel,
  'stopped-reader': stoppedReader,
  data,
}

const usage = `Usage: npm run bench -- [--json] [--megabytes <size of the file of data>] [name…]   with names of: ${Object.keys(benches).join(', ')}`

/** Runs the named benches, or all. A missed goal is printed, not an error: the exit code says only whether it ran. */
try {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, megabytes: { type: 'string' } },
    allowPositionals: true,
  })
  const chosen = positionals.length === 0 ? Object.keys(benches) : positionals
  const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
  if (unknown !== undefined) throw new Error(`There is no bench “${unknown}”.`)
  if (typeof process.threadCpuUsage !== 'function') {
    throw new Error(`Node 23.9 or newer is needed to count one thread’s CPU; this is ${process.version}.`)
  }
  const megabytes = values.megabytes === undefined ? undefined : Number(values.megabytes)
  if (megabytes !== undefined && !(megabytes > 0)) throw new Error('--megabytes takes a number above 0.')
  await runBenches(chosen, { asJson: values.json === true, megabytes })
} catch (error) {
  console.error(`The bench cannot run: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 2
}

type Result = {
  readonly name: string
  readonly title: string
  readonly counted: string
  readonly figures: readonly (Figure & { readonly isGoalMet: boolean | undefined })[]
}

async function runBenches(
  names: readonly string[],
  { asJson, ...options }: BenchOptions & { readonly asJson: boolean },
): Promise<void> {
  const machine = { node: process.version, platform: process.platform, cpu: cpus()[0]?.model, cores: cpus().length }
  const results: Result[] = []
  if (!asJson) console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cores} × ${machine.cpu}`)
  for (const name of names) {
    const result = names.length === 1 ? await runHere(name, options) : await runAlone(name, options)
    const { title, counted, figures } = result
    if (!asJson) console.log(`\n${title}\n${counted}\n\n${printTable(figures)}`)
    results.push(result)
  }
  if (asJson) console.log(JSON.stringify({ machine, benches: results }, null, 2))
}

async function runHere(name: string, options: BenchOptions): Promise<Result> {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`There is no bench “${name}”.`)
  const { title, counted } = bench
  const figures = await bench.run(options)
  return { name, title, counted, figures: figures.map((figure) => ({ ...figure, isGoalMet: isGoalMet(figure) })) }
}

/** In a process of its own: nothing another bench has left there, no timers, no litter, no compiled code, is measured. */
async function runAlone(name: string, { megabytes }: BenchOptions): Promise<Result> {
  const size = megabytes === undefined ? [] : ['--megabytes', String(megabytes)]
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [import.meta.filename, '--json', ...size, name],
    { maxBuffer: 16_000_000 },
  )
  process.stderr.write(stderr)
  const { benches: results } = JSON.parse(stdout) as { readonly benches: readonly Result[] }
  const [result] = results
  if (result === undefined) throw new Error(`The bench “${name}” had no result.`)
  return result
}
