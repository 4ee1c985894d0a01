import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

/** A question and what its answer holds, word by word. */
export type Case = readonly [question: string, ...expected: readonly string[]]

/** A test for each question, over these files in a workspace of their own. */
export function asks(files: Readonly<Record<string, string>>, cases: readonly Case[]): void {
  let workspace: OfflineWorkspace
  beforeAll(async () => {
    workspace = await openOfflineWorkspace({ files })
  })
  afterAll(() => workspace[Symbol.asyncDispose]())
  test.each(cases)('%s', async (question, ...expected) => {
    const { markdown } = await workspace.ask(question)
    for (const part of expected) expect(markdown).toContain(part)
  })
}
