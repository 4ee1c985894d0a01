import { fileURLToPath } from 'node:url'
import { writeSampleWorkspace } from './sample-workspace/write-sample-workspace.ts'

/** Makes `assets/sample-workspace` again: `node scripts/make-sample-workspace.ts`. */
await writeSampleWorkspace(fileURLToPath(new URL('../assets/sample-workspace', import.meta.url)))
