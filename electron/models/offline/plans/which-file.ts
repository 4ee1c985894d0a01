import type { FileEntry } from '../../../../shared/tool-results.ts'
import { enumerate, plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

export function whichFile(files: readonly FileEntry[], verb: string): Step {
  const names = files.slice(0, 12).map((file) => `*${plainText(file.path)}*`)
  const more = files.length > names.length ? ` and ${files.length - names.length} more` : ''
  return answer(
    `Which file shall I ${verb}? It could be ${enumerate(names, 'or')}${more}. Ask again with its full name.`,
  )
}

export function noSuchFile(name: string, files: readonly FileEntry[]): Step {
  const similar = files.slice(0, 12).map((file) => `*${plainText(file.path)}*`)
  const here =
    similar.length === 0
      ? 'The folder is empty.'
      : `I see ${enumerate(similar)}${files.length > similar.length ? ' and others' : ''}.`
  return answer(`There is no file *${plainText(name)}* here. ${here}`)
}
