import { homedir } from 'node:os'
import path from 'node:path'
import { defaultDataDir } from './default-data-dir.ts'
import { projectRoot } from './project-paths.ts'
import { start } from './shell/start.ts'

// Runs as `build/main/main.js` only. In the installed app `build/` lies in the archive, and `assets/` beside it as
// plain files: native code reads the fonts, and the sample workspace is copied whole.
const build = path.dirname(import.meta.dirname)

start({
  assets: path.join(projectRoot(), 'assets'),
  page: path.join(build, 'renderer'),
  preload: path.join(build, 'preload', 'preload.cjs'),
  defaultDataDir: defaultDataDir({ platform: process.platform, home: homedir(), env: process.env }),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
