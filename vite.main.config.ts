import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { workerEntries } from './electron/workers/worker-entries.ts'
import { runtimePackages } from './scripts/runtime-packages.ts'

const atWorkers = new URL('./electron/workers/', import.meta.url)

/**
 * What Electron starts, and the workers beside it. Everything is bundled except what `runtimePackages` lists; shared
 * chunks lie next to `main.js`, because `workerFile()` looks for `workers/` beside whatever chunk it ends up in.
 */
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron', ...runtimePackages] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'build/main',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: fileURLToPath(new URL('./electron/main.ts', import.meta.url)),
        ...Object.fromEntries(
          Object.entries(workerEntries).map(([name, file]) => [
            `workers/${name}`,
            fileURLToPath(new URL(file, atWorkers)),
          ]),
        ),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
