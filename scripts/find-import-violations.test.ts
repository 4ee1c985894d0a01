import { describe, expect, it } from 'vitest'
import { findImportViolations } from './find-import-violations.ts'
import { importRules } from './import-rules.ts'

/** One planted violation of each rule: a file under it that imports something it may not. */
const forbidden = (folder: string) => {
  const file = /\.tsx?$/.test(folder) ? folder : `${folder}/planted.ts`
  const up = '../'.repeat(file.split('/').length - 1)
  return { path: file, source: `import { x } from '${up}bench/bench.ts'\nimport y from 'left-pad'\nexport { x, y }\n` }
}

describe('findImportViolations', () => {
  it.each(importRules.map((rule) => rule.folder))('tells of a violation planted under %s', (folder) => {
    const found = findImportViolations([forbidden(folder)], importRules)
    expect(found.map((violation) => violation.imported)).toEqual(['bench/bench.ts', 'left-pad'])
  })

  it.each([
    ['electron/agent/x.ts', `import { z } from 'zod'`],
    ['shared/x.ts', `import { z } from 'zod'`],
    ['shared/x.ts', `import { readFile } from 'node:fs/promises'`],
    ['electron/tools/web/x.ts', `import { BedrockClient } from '@aws-sdk/client-bedrock'`],
    ['electron/tools/files/x.ts', `import { createFileScope } from '../../sandbox/create-file-scope.ts'`],
    ['electron/consent/x.ts', `export * from '../storage/open-storage.ts'`],
    ['electron/storage/x.ts', `const app = await import('../app/create-app.ts')`],
    ['electron/app/x.ts', `import { app } from 'electron'`],
    ['renderer/chat/x.tsx', `import { request } from '../bridge/client.ts'`],
    ['renderer/state/x.ts', `import { createApp } from '../../electron/app/create-app.ts'`],
    ['renderer/ui/x.tsx', `import { useRuns } from '../state/runs.ts'`],
    ['e2e/bedrock-emulator/x.ts', `import { usage } from '../../shared/usage.ts'`],
    ['electron/agent/x.ts', `import { defineTool } from '../tools/tool.ts'`],
    ['electron/agent/x.ts', `import { scriptedModel } from './fakes.ts'`],
    ['electron/somewhere-new/x.ts', `import { readFile } from 'node:fs/promises'`],
  ])('%s may not: %s', (path, source) => {
    expect(findImportViolations([{ path, source }], importRules)).toHaveLength(1)
  })

  it.each([
    ['electron/agent/x.ts', `import type { ToolDefinition } from '../tools/tool.ts'`],
    ['electron/tools/files/x.ts', `import type { FileScope } from '../../sandbox/file-scope.ts'`],
    ['electron/agent/x.test.ts', `import { scriptedModel } from './fakes.ts'`],
    ['shared/schema.ts', `import { z } from 'zod'`],
  ])('%s may: %s', (path, source) => {
    expect(findImportViolations([{ path, source }], importRules)).toEqual([])
  })
})
