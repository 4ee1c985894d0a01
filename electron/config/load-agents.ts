import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import { agentDefinition, type AgentDefinition } from './agent-definition.ts'
import { parseYaml } from './parse-yaml.ts'

export type LoadedAgents = {
  readonly agents: readonly AgentDefinition[]
  /** One per file that could not be used; the others work. */
  readonly problems: readonly WireError[]
}

/** Reads `*.yml` of each folder, built-in ones first. An agent of a later folder replaces one with its id. */
export async function loadAgents(folders: readonly string[]): Promise<LoadedAgents> {
  const agents = new Map<string, AgentDefinition>()
  const problems: WireError[] = []
  for (const folder of folders)
    for (const name of await agentFiles(folder)) {
      try {
        const agent = parseYaml(await readText(path.join(folder, name)), agentDefinition, name)
        agents.set(agent.id, agent)
      } catch (error) {
        problems.push(toWireError(error))
      }
    }
  return { agents: [...agents.values()], problems }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('CONFIG_INVALID', `${path.basename(file)} could not be read, so its agent is missing.`, {
      hint: 'Check that it is a file you may open, or remove it.',
      cause: error,
    })
  })
}

async function agentFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.yml')).sort()
}
