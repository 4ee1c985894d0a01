import type { Cost } from '../../shared/usage.ts'

/** Counts as people read them: 950, 1,240, 12.4k, 1.2M. Exact below ten thousand. */
export function formatCount(amount: number): string {
  if (amount < 10_000) return amount.toLocaleString('en-US')
  if (amount < 999_950) return `${round(amount / 1000)}k`
  return `${round(amount / 1_000_000)}M`
}

/** 340 ms, 3.2 s, 2 min 5 s, 1 h 2 min. */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${Math.max(0, Math.round(ms))} ms`
  if (ms < 59_950) return `${round(ms / 1000)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600)
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  const minutes = Math.round(seconds / 60)
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** 812 B, 3.4 kB, 1.2 GB, in steps of 1000. */
export function formatBytes(bytes: number): string {
  let amount = bytes
  for (const unit of ['B', 'kB', 'MB', 'GB']) {
    if (amount < 999.5) return `${unit === 'B' ? amount : round(amount)} ${unit}`
    amount /= 1000
  }
  return `${round(amount)} TB`
}

/** Money, with enough digits that a cheap call is not rounded to nothing. An unknown price is said, never shown as 0. */
export function formatCost(cost: Cost): string {
  switch (cost.kind) {
    case 'free':
      return 'free'
    case 'unpriced':
      return 'unknown'
    case 'priced':
      return formatDollars(cost.usd)
  }
}

export function formatDollars(usd: number): string {
  if (usd === 0) return '$0.00'
  if (usd < 0.00005) return 'under $0.0001'
  return `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`
}

/** For a table: what was saved is plain, what was lost has a minus. */
export function formatSignedDollars(usd: number): string {
  const sign = usd < 0 ? '−' : ''
  const amount = Math.abs(usd)
  return amount > 0 && amount < 0.00005 ? `${sign}<$0.0001` : `${sign}${formatDollars(amount)}`
}

export function formatPercent(fraction: number): string {
  const percent = fraction * 100
  if (percent > 0 && percent < 1) return 'under 1 %'
  return `${Math.round(percent)} %`
}

/** The time of day: 14:02. */
export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** "just now", "5 min ago", "3 h ago", then the date. */
export function formatAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ago`
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
}

function round(amount: number): string {
  return amount < 99.95 ? amount.toFixed(1).replace(/\.0$/, '') : Math.round(amount).toLocaleString('en-US')
}
