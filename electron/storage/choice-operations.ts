import type { JsonValue } from '../../shared/schema.ts'
import type { Database } from './database.ts'
import type { ChoiceOverride } from './storage.ts'
import type { StorageOperations } from './storage-protocol.ts'

/** How much the automatic choice learns from: what a person wanted long ago weighs nothing any more. */
const newestOverrides = 200

type OverrideRow = {
  readonly at: number
  readonly from_tier: ChoiceOverride['from']
  readonly to_tier: ChoiceOverride['to']
  readonly features: string
}

export function createChoiceOperations(database: Database): StorageOperations['choices'] {
  return {
    addOverride({ at, from, to, features }) {
      database.run(
        'insert into choice_overrides (at, from_tier, to_tier, features) values (?, ?, ?, ?)',
        at,
        from,
        to,
        JSON.stringify(features),
      )
    },
    overrides: () =>
      database
        .all<OverrideRow>('select * from choice_overrides order by id desc limit ?', newestOverrides)
        .map(({ at, from_tier, to_tier, features }) => ({
          at,
          from: from_tier,
          to: to_tier,
          features: JSON.parse(features) as JsonValue,
        })),
  }
}
