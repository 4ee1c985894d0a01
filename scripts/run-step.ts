import { spawn } from 'node:child_process'

/** Runs a program of `node_modules/.bin` or the system with our terminal. Resolves to its exit code. */
export function runStep(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)))
  })
}

/** Runs steps one after the other; a failing one ends this process with its code. */
export async function requireStep(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> {
  const code = await runStep(command, args, env)
  if (code !== 0) process.exit(code)
}
