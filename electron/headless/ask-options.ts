import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'

export type AskOptions = {
  readonly question: string
  readonly workspace: string
  readonly dataDir: string | undefined
  readonly agentId: string | undefined
  readonly modelId: string | undefined
  readonly isJson: boolean
  readonly allow: readonly string[]
}

export const askUsage = `Usage: npm run --silent ask -- --workspace DIR [options] "question"

  --workspace DIR       the folder to work in
  --data-dir DIR        where conversations and settings are kept
  --agent ID            analyst, files, general, or one of your own
  --model ID            for example offline:analyst
  --json                one JSON line per event, and a last one with the result
  --allow TOOL[:SCOPE]  allow a tool that would ask; may be repeated
  --help                show this

Ends with 0 for an answer, 2 for a mistake in the command, 3 when the model or its credentials failed, 4 when
something was left undone because it was not allowed, 130 when stopped, 1 for anything else.
`

/** Reads the command line; paths are relative to `cwd`. Throws `INVALID_REQUEST` with what is wrong. */
export function parseAskOptions(args: readonly string[], cwd: string): AskOptions | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const [question, ...more] = positionals
  if (question === undefined || question.trim() === '') throw usage('The question is missing.')
  if (more.length > 0) throw usage('Put the question in quotes: it must be one argument.')
  if (values.workspace === undefined) throw usage('--workspace is missing.')
  return {
    question,
    workspace: path.resolve(cwd, values.workspace),
    dataDir: values['data-dir'] === undefined ? undefined : path.resolve(cwd, values['data-dir']),
    agentId: values.agent,
    modelId: values.model,
    isJson: values.json,
    allow: values.allow,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        'data-dir': { type: 'string' },
        agent: { type: 'string' },
        model: { type: 'string' },
        json: { type: 'boolean', default: false },
        allow: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error))
  }
}

function usage(message: string): AppError {
  return new AppError('INVALID_REQUEST', message)
}
