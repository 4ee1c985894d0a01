import type { BlockPlace } from './fold-steps.ts'

export function isSamePlace(one: BlockPlace, other: BlockPlace): boolean {
  return one.messageId === other.messageId && one.at === other.at
}
