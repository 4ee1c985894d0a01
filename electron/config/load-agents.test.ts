import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadAgents } from './load-agents.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-agents-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const agent = (id: string, more = '') => `id: ${id}\nname: N\ndescription: D\nprompt: P\ntools: all\n${more}`

async function loaded(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  const { agents, problems } = await loadAgents([folder, path.join(folder, 'missing')])
  return { ids: agents.map(({ id }) => id), problems: problems.map(({ code, message }) => `${code} ${message}`) }
}

test('a broken file costs only its own agent, and each is told by name', async () => {
  await mkdir(path.join(folder, 'folder.yml'))
  const { ids, problems } = await loaded({
    'a.yml': 'id: [x\n',
    'b.yml': '',
    'c.yml': agent('c', 'permisions: { deny: [shell] }\n'),
    'd.yml': agent('d', 'maxTurns: 0\n'),
    'good.yml': agent('good'),
    'notes.txt': 'not an agent',
  })
  expect(ids).toEqual(['good'])
  expect(problems.map((problem) => problem.split(/[ ,:]/).slice(0, 2).join(' '))).toEqual([
    'CONFIG_INVALID a.yml',
    'CONFIG_INVALID b.yml',
    'CONFIG_INVALID c.yml',
    'CONFIG_INVALID d.yml',
    'CONFIG_INVALID folder.yml',
  ])
  // A misspelt permission would protect nothing.
  expect(problems[2]).toContain('permisions')
})

test('a person’s agent takes the place of a shipped one with its id', async () => {
  const shipped = path.join(folder, 'shipped')
  const own = path.join(folder, 'own')
  await mkdir(shipped)
  await mkdir(own)
  await writeFile(path.join(shipped, 'a.yml'), agent('analyst'))
  await writeFile(path.join(own, 'mine.yml'), agent('analyst', 'maxTurns: 3\n'))
  const { agents } = await loadAgents([shipped, own])
  expect(agents.map(({ id, maxTurns }) => ({ id, maxTurns }))).toEqual([{ id: 'analyst', maxTurns: 3 }])
})
