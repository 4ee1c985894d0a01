import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { settings, type Settings } from '../../shared/settings.ts'
import { parseYaml } from '../config/parse-yaml.ts'

/** What a new installation starts with: the shipped defaults, with the sample workspace open. */
export async function readDefaultSettings(assets: string, sampleWorkspace: string): Promise<Settings> {
  const name = 'default-config.yml'
  const text = await readFile(path.join(assets, name), 'utf8')
  const shipped = parseYaml(text, settings.omit({ workspace: true, recentWorkspaces: true }), name)
  return { ...shipped, workspace: sampleWorkspace, recentWorkspaces: [] }
}
