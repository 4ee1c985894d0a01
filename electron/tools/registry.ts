import { powers } from '../../shared/consent.ts'
import { AppError } from '../../shared/errors.ts'
import type { ToolInfo } from '../../shared/ipc/contract.ts'
import { z, type JsonValue } from '../../shared/schema.ts'
import type { ToolSpec } from '../agent/ports.ts'
import type { ToolDefinition } from './tool.ts'

export type ToolRegistry = {
  get(name: string): RegisteredTool | undefined
  /** In name order, so that the request's prefix stays the same from call to call. */
  readonly tools: readonly RegisteredTool[]
  infos(): readonly ToolInfo[]
  /** Loads each tool's library once, one after the other, and records which cannot be. Never rejects. */
  verify(): Promise<void>
}

export type RegisteredTool = {
  readonly definition: ToolDefinition
  readonly spec: ToolSpec
  health(): ToolInfo['health']
  /** Loads on first use. `TOOL_UNAVAILABLE` says why. */
  load(): Promise<unknown>
}

/**
 * Takes tools in, or refuses to start: a tool without powers, with a second's name, with effects that a cached answer
 * would leave out, or with a schema that cannot be told to a model is a mistake of ours and never silently left out.
 */
export function createToolRegistry(definitions: readonly ToolDefinition[]): ToolRegistry {
  const tools = definitions.map(register).sort((a, b) => (a.spec.name < b.spec.name ? -1 : 1))
  const byName = new Map(tools.map((tool) => [tool.spec.name, tool]))
  if (byName.size !== tools.length) throw new AppError('INTERNAL', 'Two tools share a name.')
  return {
    tools,
    get: (name) => byName.get(name),
    infos: () => tools.map(infoOf),
    async verify() {
      // What is wrong is kept as the tool's health.
      for (const tool of tools) await tool.load().catch(() => {})
    },
  }
}

function register(definition: ToolDefinition): RegisteredTool {
  const declared = powers.safeParse(definition.powers)
  if (!declared.success) throw new AppError('INTERNAL', `The tool ${definition.name} does not declare its powers.`)
  if (definition.cache !== undefined && declared.data.writes.length > 0)
    throw new AppError('INTERNAL', `The tool ${definition.name} writes, so its answers may not be cached.`)
  let health: ToolInfo['health'] = { kind: 'ready' }
  let loading: Promise<unknown> | undefined
  return {
    definition,
    spec: { name: definition.name, description: definition.description, inputSchema: schemaOf(definition) },
    health: () => health,
    load() {
      loading ??= definition.load().then(
        (loaded) => {
          health = { kind: 'ready' }
          return loaded
        },
        (error: unknown) => {
          // Asked for again it is tried again: what was missing may have been installed.
          loading = undefined
          const reason = error instanceof Error ? error.message : String(error)
          health = { kind: 'unavailable', reason }
          throw new AppError('TOOL_UNAVAILABLE', `The tool ${definition.name} cannot be used here: ${reason}`, {
            cause: error,
          })
        },
      )
      return loading
    },
  }
}

function schemaOf(definition: ToolDefinition): JsonValue {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(definition.input, { io: 'input' })
  return schema as JsonValue
}

function infoOf(tool: RegisteredTool): ToolInfo {
  const { name, family, description, powers: declared } = tool.definition
  return { name, family, description, powers: declared, health: tool.health() }
}
