import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadAgents } from './load-agents.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agents-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['temperature: 9', 'inference.temperature'],
  ['maxTokens: 0', 'inference.maxTokens'],
  ['region: mars', 'inference.region'],
  ['caching: forever', 'inference.caching'],
  ['temprature: 1', 'temprature'],
])('an agent that asks for %s is left out, and told by the name of its file and field', async (setting, field) => {
  const { agents, problems } = await loadWith(setting)
  expect(agents).toEqual([])
  expect(problems).toMatchObject([{ code: 'CONFIG_INVALID', message: expect.stringMatching(`^x.yml.*${field}`) }])
})

test('the line of a value out of range is told', async () => {
  const { problems } = await loadWith('temperature: 9')
  expect(problems[0]?.message).toContain('x.yml, line 8')
})

async function loadWith(setting: string): ReturnType<typeof loadAgents> {
  const lines = ['id: x', 'name: X', 'description: x', 'tools: all', 'prompt: x', 'samplePrompts: []', 'inference:']
  await writeFile(path.join(folder, 'x.yml'), [...lines, `  ${setting}`, ''].join('\n'))
  return loadAgents([folder])
}
