import { limits } from './data-alone.ts'
import { measureLargeFile, type ProfileFigures } from './data-large-file.ts'
import { timeQuestions } from './data-question.ts'
import type { Bench, BenchOptions, Figure } from './figure.ts'
import { medianWithSpread } from './median.ts'

const usualMegabytes = 1000
/** Of the process, beyond what DuckDB may use: Node, DuckDB's own code, results on their way. */
const processMegabytes = 250

/** A large CSV through the app beside DuckDB alone, its profile, cancelling both, and a question on the sample. */
export const data: Bench = {
  title: 'A large CSV grouped by two columns, its profile, and a question on the sample workspace',
  counted: [
    `A CSV of 1 GB (--megabytes for another size), ${limits.threads} threads and ${Math.round(limits.memoryBytes / 1e6)} MB for DuckDB in both. Through the app: the tool with its`,
    'checks, permit and audit, the worker’s process, the view, the whole result kept as Parquet, the rows as JSON. First: in',
    'a worker that never read the file, which also has to know that it is UTF-8. Alone: DuckDB in this process, read_csv',
    'with nothing said about the file. They take turns. A stall is how much later than asked a timer of 1 ms comes in this',
    'process, which runs what the main process runs; its own work is the CPU of that thread between two of its ticks.',
    'Stopped: the call has ended and the worker’s process uses no CPU any more (/proc, steps of 10 ms). Memory is the peak',
    'resident size of that process. The question goes through the whole app, from the page’s request until the batch that',
    'ends its run is JSON for the socket, over files it has never seen; starting the app and its worker is not in it.',
  ].join('\n'),
  async run({ megabytes = usualMegabytes }: BenchOptions) {
    const large = await measureLargeFile(megabytes * 1e6)
    const questions = await timeQuestions(11)
    const spread = medianWithSpread
    const ratios = (app: readonly number[]) => spread(app.map((ms, at) => ms / (large.alone[at] ?? Number.NaN)))
    const cap = limits.memoryBytes / 1e6 + processMegabytes
    return [
      { name: 'DuckDB alone', unit: 'ms', spread: spread(large.alone) },
      { name: 'app', unit: 'ms', spread: spread(large.app) },
      { name: 'app / DuckDB alone', unit: '×', spread: ratios(large.app), goalAtMost: 1.2 },
      { name: 'app, first time / DuckDB alone', unit: '×', spread: ratios(large.appFirst) },
      {
        name: 'longest stall of the main process',
        unit: 'ms',
        spread: spread(large.stalls.map(({ longestMs }) => longestMs)),
        goalAtMost: 20,
      },
      {
        name: 'its own work in one go',
        unit: 'ms',
        spread: spread(large.stalls.map(({ longestWorkMs }) => longestWorkMs)),
      },
      { name: 'cancel to stopped, query', unit: 'ms', spread: spread(large.queryStops), goalAtMost: 300 },
      { name: 'cancel to stopped, profile', unit: 'ms', spread: spread(large.profileStops), goalAtMost: 300 },
      ...peakFigure('memory of the worker, query', large.queryPeaks, cap),
      ...profileFigures(large.profiles, cap),
      { name: 'question on the sample, to its table', unit: 'ms', spread: spread(questions), goalAtMost: 300 },
    ]
  },
}

function profileFigures(profiles: readonly ProfileFigures[], cap: number): readonly Figure[] {
  const of = (value: (figures: ProfileFigures) => number) => medianWithSpread(profiles.map(value))
  return [
    { name: 'profile', unit: 'ms', spread: of(({ totalMs }) => totalMs) },
    { name: 'profile, first report', unit: 'ms', spread: of(({ firstReportMs }) => firstReportMs), goalAtMost: 1000 },
    { name: 'profile, reports', unit: 'reports', spread: of(({ reports }) => reports) },
    { name: 'profile, longest without a report', unit: 'ms', spread: of(({ longestSilenceMs }) => longestSilenceMs) },
    ...peakFigure(
      'memory of the worker, profile',
      profiles.flatMap(({ peakMegabytes }) => peakMegabytes ?? []),
      cap,
    ),
  ]
}

function peakFigure(name: string, peaks: readonly number[], goalAtMost: number): readonly Figure[] {
  return peaks.length === 0 ? [] : [{ name, unit: 'MB', spread: medianWithSpread(peaks), goalAtMost }]
}
