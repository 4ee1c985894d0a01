import { createAuditOperations } from './audit-operations.ts'
import { createChangeOperations } from './change-operations.ts'
import { createChoiceOperations } from './choice-operations.ts'
import { createConversationOperations } from './conversation-operations.ts'
import type { Database } from './database.ts'
import { createGrantOperations } from './grant-operations.ts'
import { createPromptCacheOperations } from './prompt-cache-operations.ts'
import { createResultOperations } from './result-operations.ts'
import { createRunOperations } from './run-operations.ts'
import type { StorageOperations } from './storage-protocol.ts'
import { createTaintOperations } from './taint-operations.ts'
import { createUsageOperations } from './usage-operations.ts'

/** Everything the storage can do, over one open database. */
export function createOperations(database: Database): StorageOperations {
  return {
    conversations: createConversationOperations(database),
    runs: createRunOperations(database),
    usage: createUsageOperations(database),
    results: createResultOperations(database),
    promptCache: createPromptCacheOperations(database),
    choices: createChoiceOperations(database),
    grants: createGrantOperations(database),
    changes: createChangeOperations(database),
    taint: createTaintOperations(database),
    audit: createAuditOperations(database),
  }
}
