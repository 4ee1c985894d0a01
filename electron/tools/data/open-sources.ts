import { AppError } from '../../../shared/errors.ts'
import type { DataFile } from './data-engine.ts'
import { openSource } from './open-source.ts'
import type { Source, SourceOptions } from './open-source.ts'
import { splitPart } from './split-part.ts'
import type { NamedTable } from './with-views.ts'

export type Sources = AsyncDisposable & {
  readonly tables: readonly NamedTable[]
  /** Of all files; null without any, since then nothing says how much a statement makes up. */
  readonly bytes: number | null
}

/** Opens the files behind the names a statement uses, and only those. The caller disposes them. */
export async function openSources(
  names: readonly string[],
  { files, ...options }: SourceOptions & { readonly files: readonly DataFile[] },
): Promise<Sources> {
  await using opened = new AsyncDisposableStack()
  const sources = new Map<string, Source>()
  const tables: NamedTable[] = []
  for (const name of names) {
    const file = fileOf(name, files)
    const { path, part } = splitPart(name)
    let source = sources.get(file.absolute)
    if (source === undefined) {
      source = opened.use(await openSource({ ...file, name: path }, options))
      sources.set(file.absolute, source)
    }
    tables.push({ name, table: tableOf(source, part) })
  }
  const kept = opened.move()
  const bytes = names.length === 0 ? null : [...sources.values()].reduce((sum, source) => sum + source.bytes, 0)
  return { tables, bytes, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** A file may be given by its own name or by the name of a part of it. */
function fileOf(name: string, files: readonly DataFile[]): DataFile {
  const file =
    files.find((each) => each.name === name) ?? files.find((each) => splitPart(each.name).path === splitPart(name).path)
  if (file !== undefined) return file
  throw new AppError('QUERY_INVALID', `The query reads “${name}”, which is not one of the files it may read.`, {
    hint:
      files.length === 0
        ? "Name a file of the workspace: SELECT * FROM 'sales.csv'."
        : `It may read: ${files.map((each) => each.name).join(', ')}.`,
  })
}

function tableOf(source: Source, part: string | null): NamedTable['table'] {
  const { tables, file } = source
  const named =
    tables.find((table) => table.part === part) ??
    tables.find((table) => table.part?.toLowerCase() === part?.toLowerCase())
  if (named !== undefined) return named
  const [only] = tables
  if (part === null && tables.length === 1 && only !== undefined) return only
  const list = tables.map((table) => `'${file.name}#${table.part ?? ''}'`).join(', ')
  if (tables.length === 0) throw new AppError('FILE_MALFORMED', `${file.name} holds no table.`)
  throw new AppError(
    'QUERY_INVALID',
    part === null ? `${file.name} holds ${tables.length} tables.` : `${file.name} has no table “${part}”.`,
    {
      hint: tables.some((table) => table.part !== null)
        ? `Name one: ${list}.`
        : `Name the file itself: '${file.name}'.`,
    },
  )
}
