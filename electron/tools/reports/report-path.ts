import { AppError } from '../../../shared/errors.ts'
import { freeName, toFileName } from '../files/free-name.ts'
import type { ToolContext } from '../tool.ts'
import type { ReportInput } from './report-input.ts'

const folder = 'output'
const longestName = 80

export type ReportPaths = { readonly main: string; readonly charts: readonly string[] }

/** Where a report and its charts will stand: the first number at which none of the names is taken. */
export async function freeReportPaths(
  { title, name, format }: ReportInput,
  charts: number,
  context: ToolContext,
): Promise<ReportPaths> {
  const ending = format === 'html' ? '.html' : '.md'
  const asked = (name ?? title)
    .replace(/\.(html?|md|markdown)$/i, '')
    .replaceAll(/[\\/]/g, '-')
    .slice(0, longestName)
  // With an ending of ours it is never given another.
  const wanted = `${folder}/${toFileName(`${asked.trim() || 'report'}${ending}`)}`
  const beside = (main: string) =>
    format === 'html'
      ? []
      : Array.from({ length: charts }, (_, at) => `${main.slice(0, -ending.length)}-chart-${at + 1}.svg`)
  const main = await freeName(wanted, async (path) => {
    const taken = await Promise.all([path, ...beside(path)].map((each) => exists(each, context)))
    return taken.includes(true)
  })
  return { main, charts: beside(main) }
}

async function exists(path: string, { files }: ToolContext): Promise<boolean> {
  try {
    await files.stat(path)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return false
    throw error
  }
}
