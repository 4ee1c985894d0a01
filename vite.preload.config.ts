import { defineConfig } from 'vite'

/** The preload of a sandboxed window: one CommonJS file, for such a window can load no other. */
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: 'electron/preload.ts',
    target: 'chrome140',
    outDir: 'build/preload',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
})
