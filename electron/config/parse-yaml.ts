import { isNode, LineCounter, parseDocument } from 'yaml'
import { AppError } from '../../shared/errors.ts'
import type { z } from '../../shared/schema.ts'

/** Parses and checks a YAML text. `CONFIG_INVALID` names the file, the line where it is known, and what was expected. */
export function parseYaml<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.infer<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(text, { prettyErrors: true, lineCounter: lines })
  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const line = syntaxError.linePos?.[0].line
    throw invalid(file, line, plainMessage(syntaxError), syntaxError)
  }
  const parsed = schema.safeParse(plainValue(document, file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw invalid(
    file,
    lineOf(document, lines, issue?.path ?? []),
    place === '' ? (issue?.message ?? 'unexpected content') : `${place}: ${issue?.message}`,
    parsed.error,
  )
}

/** Of what does not fit, or of what lacks something; undefined for the whole file. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}

/** Without the excerpt and the place, which is told with the file's name. */
function plainMessage({ message }: Error): string {
  const [line = ''] = message.split('\n', 1)
  return line.replace(/ at line \d+, column \d+:?$/, '')
}

/** Aliases that would grow without end make `yaml` throw instead of filling the memory. */
function plainValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw invalid(file, undefined, error instanceof Error ? error.message : 'not valid YAML', error)
  }
}

function invalid(file: string, line: number | undefined, what: string, cause: unknown): AppError {
  const where = line === undefined ? file : `${file}, line ${line}`
  return new AppError('CONFIG_INVALID', `${where}: ${what.replace(/\.?$/, '.')}`, {
    hint: 'Correct the file, or remove it to use the defaults.',
    cause,
  })
}
