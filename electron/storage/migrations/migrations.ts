import { conversationsMigration } from './001-conversations.ts'
import { searchMigration } from './002-search.ts'
import { engineMigration } from './003-engine.ts'

/**
 * Every step from an empty file to today's, in order. A released step never changes: to change the tables, add a
 * file and put it last.
 */
export const migrations: readonly string[] = [conversationsMigration, searchMigration, engineMigration]
