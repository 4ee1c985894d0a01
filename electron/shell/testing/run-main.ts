import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { WorldMethods } from './stand-in-options.ts'

/** The program a test starts: the built main under plain Node, with the stand-in where it asks for `electron`. */
const standIn = new URL('./electron-stand-in.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
const { options, world } = await import('./electron-stand-in.ts')

process.on('message', ({ id, method, values }: { id: number; method: keyof WorldMethods; values: never[] }) => {
  Promise.resolve()
    .then(() => Reflect.apply(world[method], world, values))
    .then(
      (value) => process.send!({ id, value }),
      (error: unknown) => process.send!({ id, error: String(error) }),
    )
})
process.on('disconnect', () => process.exit(1))

const main = options.main ?? fileURLToPath(new URL('../../../build/main/main.js', import.meta.url))
process.argv = [process.execPath, ...(options.isPackaged ? [] : [main]), ...options.args]
await import(pathToFileURL(main).href)
// Electron is ready only after the main module has run, so one that waits for it at its top level waits for ever.
world.becomeReady()
