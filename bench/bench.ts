import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { isGoalMet, type Bench } from './figure.ts'
import { firstDelta } from './first-delta.ts'
import { printTable } from './print-table.ts'
import { streamCpu } from './stream-cpu.ts'

const benches: Readonly<Record<string, Bench>> = { stream: streamCpu, 'first-delta': firstDelta }

const usage = `Usage: npm run bench -- [--json] [name…]   with names of: ${Object.keys(benches).join(', ')}`

/** Runs the named benches, or all. A missed goal is printed, not an error: the exit code says only whether it ran. */
try {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
  const chosen = positionals.length === 0 ? Object.keys(benches) : positionals
  const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
  if (unknown !== undefined) throw new Error(`There is no bench “${unknown}”.`)
  if (typeof process.threadCpuUsage !== 'function') {
    throw new Error(`Node 23.9 or newer is needed to count one thread’s CPU; this is ${process.version}.`)
  }
  await runBenches(chosen, values.json === true)
} catch (error) {
  console.error(`The bench cannot run: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 2
}

async function runBenches(names: readonly string[], asJson: boolean): Promise<void> {
  const machine = { node: process.version, platform: process.platform, cpu: cpus()[0]?.model, cores: cpus().length }
  const results: object[] = []
  if (!asJson) console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cores} × ${machine.cpu}`)
  for (const name of names) {
    const bench = benches[name]
    if (bench === undefined) continue
    const { title, counted } = bench
    const figures = await bench.run()
    if (!asJson) console.log(`\n${title}\n${counted}\n\n${printTable(figures)}`)
    results.push({
      name,
      title,
      counted,
      figures: figures.map((figure) => ({ ...figure, isGoalMet: isGoalMet(figure) })),
    })
  }
  if (asJson) console.log(JSON.stringify({ machine, benches: results }, null, 2))
}
