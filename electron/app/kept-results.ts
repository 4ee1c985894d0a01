import type { ResultId } from '../../shared/ids.ts'
import type { Storage } from '../storage/storage.ts'
import type { KeptResults } from '../tools/kept-results.ts'
import { newId } from './new-id.ts'

/** Long answers of tools in the database, so that a conversation taken up again days later can still read them. */
export function createKeptResults(results: Storage['results']): KeptResults {
  return {
    async keep(result) {
      const id = newId<ResultId>('result')
      await results.keep({ id, ...result })
      return id
    },
    read: (conversationId, id) => results.read(conversationId, id),
  }
}
