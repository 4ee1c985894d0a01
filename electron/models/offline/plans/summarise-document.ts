import { documentProfile, type DocumentProfile } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { tellReach } from '../documents/tell-reach.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

/** The document's own sentences that say most, each with its place. Says that they are its own and how they were chosen. */
export function summariseDocument(situation: Situation, path: string, sentences: number | null): Step {
  const input = sentences === null ? { path } : { path, sentences }
  const profile = askTool(situation, { name: 'describe_document', input }, documentProfile)
  if (profile.kind === 'step') return profile.step
  const reach = tellReach(profile.value)
  if (profile.value.sentences.length === 0) return withoutSentences(profile.value, reach)
  return answer(opening(profile.value), listSentences(profile.value), reach, tellMore(profile.value))
}

function opening({ path, sentences, totalSentences }: DocumentProfile): string {
  const name = `*${plainText(path)}*`
  const many = formatFigure(totalSentences)
  if (sentences.length === totalSentences) {
    const all = totalSentences === 1 ? 'this is its only whole sentence' : `these are all ${many} whole sentences of it`
    return `${name} is short: ${all}, in its own words.`
  }
  const shown = sentences.length === 1 ? 'This is the one sentence' : `These are the **${sentences.length}** sentences`
  return `${shown} of ${name} that say most of the rest, out of ${many}. They are its own words; I cannot put them into others.`
}

function listSentences({ sentences }: DocumentProfile): string {
  return sentences
    .map(({ where, heading, text }, index) => {
      const place = heading === null ? plainText(where) : `${plainText(where)}, *${plainText(heading)}*`
      return `${index + 1}. “${plainText(text)}” (${place})`
    })
    .join('\n')
}

function tellMore({ headings, tables }: DocumentProfile): string | null {
  const parts = [
    ...(headings.length > 1 ? [`${formatFigure(headings.length)} headings`] : []),
    ...(tables.length > 0 ? [`${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`] : []),
  ]
  return parts.length === 0
    ? null
    : `It also has ${parts.join(' and ')}: ask *“Outline …”* or *“What tables are in …?”*`
}

function withoutSentences(profile: DocumentProfile, reach: string | null): Step {
  const name = `*${plainText(profile.path)}*`
  if (profile.words === 0) return answer(reach ?? `${name} holds no text, so there is nothing to summarise.`)
  const headings = profile.headings.slice(0, 12).map(({ text, where }) => `- ${plainText(text)} (${plainText(where)})`)
  return answer(
    `${name} has ${formatFigure(profile.words)} words but no running text with whole sentences, so I have none to choose from.`,
    headings.length === 0 ? null : `Its headings are:\n\n${headings.join('\n')}`,
    reach,
    tellMore({ ...profile, headings: [] }),
  )
}
