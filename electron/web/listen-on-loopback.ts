import type { Server } from 'node:http'
import { AppError } from '../../shared/errors.ts'

/** Resolves once it listens on 127.0.0.1 and nowhere else. `PORT_IN_USE` or `INVALID_REQUEST` when the port is not to be had. */
export function listenOnLoopback(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explainListenFailure(error, port))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

function explainListenFailure(error: NodeJS.ErrnoException, port: number): Error {
  const hint = 'Choose another with --port, or leave --port out.'
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError('PORT_IN_USE', `Port ${port} is already in use.`, { hint, cause: error })
    case 'EACCES':
      return new AppError('INVALID_REQUEST', `This computer does not let the app use port ${port}.`, {
        hint,
        cause: error,
      })
    default:
      return error
  }
}
