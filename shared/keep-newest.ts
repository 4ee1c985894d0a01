/**
 * Sets an entry as the newest of a map and drops the oldest past `most`: a map keeps the order in which keys were set. Read
 * through it too, and what was used last stays longest.
 */
export function keepNewest<Key, Value>(map: Map<Key, Value>, [key, value]: readonly [Key, Value], most: number): void {
  map.delete(key)
  map.set(key, value)
  if (map.size <= most) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}
