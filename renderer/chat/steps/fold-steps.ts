import type { MessageId } from '../../../shared/ids.ts'
import type { ContentBlock } from '../../../shared/messages.ts'
import type { RunState } from '../../../shared/run-events.ts'
import { stepKind } from './step-kind.ts'

/** A block of a run's message, by its place in the content. */
export type BlockPlace = { readonly messageId: MessageId; readonly at: number }

/** Blocks that are one line of the chat. It stands where `first` does, and keeps that name while it grows. */
export type Fold = { readonly first: BlockPlace; readonly blocks: readonly BlockPlace[] }

/**
 * Which blocks of a run fold into one line each: two or more steps in a row that only looked something up, with the
 * thoughts between them. A step that failed, wrote, asked, computed or still runs never does, nor what the words after
 * it stand on: a last step alone, and whatever it read.
 */
export function foldSteps(run: RunState): readonly Fold[] {
  return stretchesOf(run).flatMap(foldOf)
}

type Item = BlockPlace & { readonly kind: 'found' | 'read' | 'beside' | 'thought' }
type Stretch = { readonly items: readonly Item[]; readonly endsInWords: boolean }

/** What follows upon another with nothing in between that has to be seen. */
function stretchesOf(run: RunState): readonly Stretch[] {
  const stretches: Stretch[] = []
  let items: Item[] = []
  const end = (endsInWords: boolean) => {
    stretches.push({ items, endsInWords })
    items = []
  }
  const interruptions = new Set([...(run.notes ?? []), ...(run.compactions ?? [])].map((each) => each.messagesBefore))
  run.messages.forEach(({ id, content }, index) => {
    if (interruptions.has(index)) end(true)
    content.forEach((block, at) => {
      const kind = kindOf(block, run)
      if (kind === 'words' || kind === 'shown') end(kind === 'words')
      else if (kind !== 'nothing') items.push({ messageId: id, at, kind })
    })
  })
  end(true)
  return stretches
}

function kindOf(block: ContentBlock, { tools }: RunState): Item['kind'] | 'words' | 'shown' | 'nothing' {
  switch (block.type) {
    case 'text':
      return block.text.trim() === '' ? 'nothing' : 'words'
    case 'reasoning':
      return 'thought'
    case 'tool-use': {
      const kind = stepKind(tools[block.toolUseId])
      return kind === 'asked' ? 'words' : kind
    }
    case 'attachment':
      return 'shown'
  }
}

function foldOf({ items, endsInWords }: Stretch): readonly Fold[] {
  const [first] = items.filter(({ kind }) => kind !== 'thought')
  const kept = endsInWords ? restOf(items) : new Set<Item>()
  const steps = items.filter((item) => isStep(item) && !kept.has(item))
  const [from, to] = [items.indexOf(steps[0]!), items.indexOf(steps.at(-1)!)]
  if (first === undefined || steps.length < 2) return []
  const folded = items.slice(from, to + 1).filter((item) => item.kind === 'thought' || steps.includes(item))
  return [{ first: placeOf(first), blocks: folded.map(placeOf) }]
}

/** Of the last reply's steps, those that an answer may stand on. */
function restOf(items: readonly Item[]): ReadonlySet<Item> {
  const steps = items.filter(({ kind }) => kind !== 'thought')
  const last = steps.filter(({ messageId }) => messageId === steps.at(-1)?.messageId)
  return new Set(last.length === 1 ? last : last.filter(({ kind }) => kind === 'read'))
}

function isStep({ kind }: Item): boolean {
  return kind === 'found' || kind === 'read'
}

function placeOf({ messageId, at }: Item): BlockPlace {
  return { messageId, at }
}
