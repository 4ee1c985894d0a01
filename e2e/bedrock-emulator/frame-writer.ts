import type { Exchange } from './exchange.ts'

/**
 * `write` sends one frame and waits until it has left; `gather` collects frames and sends them in large pieces, as
 * fast as the socket takes them. Order is kept between the two.
 */
export interface FrameWriter {
  write(frame: Buffer): Promise<void>
  gather(frame: Buffer): Promise<void>
  flush(): Promise<void>
}

const gatheredBytes = 64 * 1024

export function frameWriter(exchange: Exchange): FrameWriter {
  let gathered: Buffer[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    if (size === 0) return
    const bytes = Buffer.concat(gathered)
    gathered = []
    size = 0
    await exchange.write(bytes)
  }
  return {
    flush,
    write: async (frame) => {
      await flush()
      await exchange.write(frame)
    },
    gather: async (frame) => {
      gathered.push(frame)
      size += frame.length
      if (size >= gatheredBytes) await flush()
    },
  }
}
