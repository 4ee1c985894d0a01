// Starts a script of this folder. Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Bedrock Analyst needs Node 22.18 or newer here; this is ${process.versions.node}. ` +
      'On Linux (x64, arm64) and Windows (x64) "npm ci" brings its own; elsewhere install Node 24 from nodejs.org.',
  )
  process.exit(1)
}

const [script, ...args] = process.argv.slice(2)
process.argv = [process.argv[0], new URL(`./${script}.ts`, import.meta.url).pathname, ...args]
await import(`./${script}.ts`)
