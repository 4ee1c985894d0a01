import { parseDocument } from 'yaml'
import { AppError } from '../../shared/errors.ts'
import type { z } from '../../shared/schema.ts'

/** Parses and checks a YAML text. `CONFIG_INVALID` names the file, the line where it is known, and what was expected. */
export function parseYaml<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.infer<Schema> {
  const document = parseDocument(text, { prettyErrors: true })
  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const line = syntaxError.linePos?.[0].line
    throw invalid(file, line, syntaxError.message.split('\n', 1)[0] ?? 'not valid YAML', syntaxError)
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw invalid(
    file,
    undefined,
    place === '' ? (issue?.message ?? 'unexpected content') : `${place}: ${issue?.message}`,
    parsed.error,
  )
}

function invalid(file: string, line: number | undefined, what: string, cause: unknown): AppError {
  const where = line === undefined ? file : `${file}, line ${line}`
  return new AppError('CONFIG_INVALID', `${where}: ${what}`, {
    hint: 'Correct the file, or remove it to use the defaults.',
    cause,
  })
}
