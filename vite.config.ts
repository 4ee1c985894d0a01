import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: one bundle for both hosts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), tailwindcss()],
  build: { outDir: '../build/renderer', emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
})
