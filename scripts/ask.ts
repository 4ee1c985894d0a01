// The command line runs from source: nothing to build.
await import('../electron/ask.ts')
