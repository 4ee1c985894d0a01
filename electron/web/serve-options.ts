import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors.ts'

export type ServeOptions = {
  /** 0 takes any free one. */
  readonly port: number
  readonly workspace: string | undefined
  readonly dataDir: string | undefined
  readonly opensBrowser: boolean
}

/** Reads the command line; paths are relative to `cwd`. Throws `INVALID_REQUEST` with what is wrong. */
export function parseServeOptions(args: readonly string[], cwd: string): ServeOptions {
  const values = parse(args)
  const { port, workspace } = values
  const dataDir = values['data-dir']
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new AppError('INVALID_REQUEST', `--port takes a number from 0 to 65535, not ${port}.`)
  return {
    port: Number(port),
    workspace: workspace === undefined ? undefined : path.resolve(cwd, workspace),
    dataDir: dataDir === undefined ? undefined : path.resolve(cwd, dataDir),
    opensBrowser: !values['no-open'],
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        workspace: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new AppError('INVALID_REQUEST', error instanceof Error ? error.message : String(error), { cause: error })
  }
}
