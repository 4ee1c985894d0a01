import type { Reporter, TestModule } from 'vitest/node'

/** Names each skipped test at the end of a run: its name, or the note it was skipped with, says why. */
export function reportSkips(): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      for (const module of modules)
        for (const test of module.children.allTests('skipped')) {
          const result = test.result()
          const note = result.state === 'skipped' && result.note !== undefined ? ` (${result.note})` : ''
          process.stdout.write(`Skipped: ${module.relativeModuleId} > ${test.fullName}${note}\n`)
        }
    },
  }
}
