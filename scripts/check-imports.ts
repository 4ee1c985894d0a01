import { readFile } from 'node:fs/promises'
import { findImportViolations } from './find-import-violations.ts'
import { importRules } from './import-rules.ts'
import { sourceFiles } from './source-files.ts'

const files = await Promise.all(
  (await sourceFiles(['shared', 'electron', 'renderer', 'e2e'])).map(async (file) => ({
    path: file,
    source: await readFile(file, 'utf8'),
  })),
)
const violations = findImportViolations(files, importRules)
for (const { file, imported, reason } of violations)
  process.stderr.write(`${file}: may not import ${imported} (${reason})\n`)
if (violations.length > 0) process.exitCode = 1
else process.stdout.write(`Imports of ${files.length} files keep to the table.\n`)
