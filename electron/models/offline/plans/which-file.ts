import type { FileEntry } from '../../../../shared/tool-results.ts'
import type { Situation } from '../ask-tool.ts'
import { maxChoices } from '../data/resolve/resolution.ts'
import { enumerate, plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'
import { askBack } from './ask-back.ts'

const shownFiles = 12

/** Asks which of several files is meant: as buttons where they are few, each the whole question about one of them. */
export function whichFile(
  situation: Situation,
  files: readonly FileEntry[],
  ask: { readonly verb: string; readonly questionAbout: (path: string) => string },
): Step {
  const prompt = `Which file shall I ${ask.verb}?`
  const choices = files.map(({ path }) => ask.questionAbout(path))
  if (files.length <= maxChoices) return askBack(situation, { prompt, choices })
  const names = files.slice(0, shownFiles).map((file) => `*${plainText(file.path)}*`)
  const more = files.length > names.length ? ` and ${files.length - names.length} more` : ''
  return answer(
    `${prompt} It could be ${enumerate(names, 'or')}${more}.`,
    `Ask again with its full name, for example *“${plainText(choices[0] ?? '')}”*`,
  )
}

export function noSuchFile(name: string, files: readonly FileEntry[]): Step {
  const similar = files.slice(0, shownFiles).map((file) => `*${plainText(file.path)}*`)
  const here =
    similar.length === 0
      ? 'The folder is empty.'
      : `I see ${enumerate(similar)}${files.length > similar.length ? ' and others' : ''}.`
  return answer(`There is no file *${plainText(name)}* here. ${here}`)
}
