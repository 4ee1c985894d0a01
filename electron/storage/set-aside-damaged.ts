import { existsSync, renameSync } from 'node:fs'

/** Renames a damaged database with its journal to `<file>.damaged-<date>`; returns the new name. Deletes nothing. */
export function setAsideDamaged(file: string, now = new Date()): string {
  const dated = `${file}.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`
  let target = dated
  for (let copy = 2; existsSync(target); copy++) target = `${dated}-${copy}`
  renameSync(file, target)
  // Beside the renamed file under SQLite's own naming, so that a rescue finds what the journal still holds.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${target}-wal`)
  return target
}
