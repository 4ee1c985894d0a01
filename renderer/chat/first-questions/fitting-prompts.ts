import type { FileEntry } from '../../../shared/tool-results.ts'

/** An agent's prompts without those about a file that is not in the opened folder. */
export function fittingPrompts(prompts: readonly string[], files: readonly FileEntry[]): readonly string[] {
  const here = new Set(files.map(({ path }) => path.toLowerCase()))
  return prompts.filter((prompt) => {
    const named = prompt.match(/[\p{L}\p{N}_][\p{L}\p{N}_/-]*(?:\.[\p{L}\p{N}_-]+)*\.\p{L}\w*(?![\p{L}\p{N}])/gu) ?? []
    return named.every((name) => here.has(name.toLowerCase()))
  })
}
