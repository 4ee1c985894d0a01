import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeCommandScratch } from './command-scratch.ts'

it('removes what a killed app left, and nothing of a running one or of anybody else', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'ba-scratch-'))
  try {
    const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
    const names = [
      `bedrock-analyst-${ended}-abc`,
      `bedrock-analyst-${process.ppid}-abc`,
      'bedrock-analyst-notes',
      'other',
    ]
    for (const name of names) await mkdir(path.join(temporary, name))
    const made = path.basename(await makeCommandScratch(temporary))
    expect((await readdir(temporary)).sort()).toEqual([made, ...names.slice(1)].sort())
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
})
