import { EventEmitter } from 'node:events'

// Loaded before a worker's own program: gives it the port a utility process has.
const port = new EventEmitter()
const send = process.send!.bind(process)
process.on('message', (data) => port.emit('message', { data }))
process.on('disconnect', () => process.exit(0))
Object.assign(process, {
  parentPort: {
    on: (event: string, listener: (message: { data: unknown }) => void) => port.on(event, listener),
    postMessage: (message: unknown) => send(message),
  },
  send: undefined,
})
