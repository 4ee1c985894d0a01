/**
 * CPU time of this thread so far, user and system, in microseconds. Work of other threads (the database, V8's own
 * compiler and collector, name look-ups) is not in it.
 */
export function threadCpuMicros(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}
