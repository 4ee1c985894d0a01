import { EventEmitter } from 'node:events'
import { declaredNames } from './declared-names.ts'

/** Everything asked of the stand-in that it does not know. The app may swallow the error; the test reads this list. */
export const violations: string[] = []

function violation(what: string): Error {
  violations.push(what)
  return new Error(what)
}

/** Fails a call that Electron would refuse: too early, too late, with the wrong value. */
export function demand(isMet: boolean, what: string): void {
  if (!isMet) throw violation(what)
}

/** Electron's object of this class with the members the stand-in knows. What Electron does not declare cannot be one. */
export function strict<Members extends object>(types: readonly string[], members: Members): Members {
  const declared = new Set(declaredNames(...types).members)
  for (const name of Object.keys(members))
    demand(declared.has(name) || name in EventEmitter.prototype, `Electron declares no ${types[0]}.${name}`)
  return strictObject(types[0]!, members)
}

/** `members` and nothing else: every other property fails, for reading and for writing. */
export function strictObject<Members extends object>(label: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown
      // A promise that resolves with it asks for this.
      if (key === 'then') return undefined
      throw violation(`${label}.${key} is not known to the stand-in`)
    },
    set(_target, key) {
      throw violation(`${label}.${String(key)} was written`)
    },
  })
}

/** The subscribing half for the app, and the half that makes things happen for the test. */
export function strictEvents(types: readonly string[]) {
  const declared = new Set(declaredNames(...types).events)
  const emitter = new EventEmitter()
  const subscribe = (method: 'on' | 'once' | 'off') =>
    function (this: unknown, event: string, listener: (...values: never[]) => void) {
      demand(declared.has(event), `${types[0]} has no event ${event}`)
      emitter[method](event, listener as (...values: unknown[]) => void)
      return this
    }
  return {
    members: { on: subscribe('on'), once: subscribe('once'), off: subscribe('off') },
    emit(event: string, ...values: unknown[]): void {
      demand(declared.has(event), `${types[0]} has no event ${event}`)
      emitter.emit(event, ...values)
    },
  }
}

/** Fails on an option that Electron does not declare for these interfaces: there it would be passed over silently. */
export function checkOptions(types: readonly string[], options: object): void {
  const declared = new Set(declaredNames(...types).members)
  for (const name of Object.keys(options)) demand(declared.has(name), `${types[0]} has no option ${name}`)
}

/** An event that can be prevented. */
export function preventable<Details extends object>(details: Details) {
  let isPrevented = false
  return {
    event: { ...details, preventDefault: () => void (isPrevented = true) },
    isPrevented: () => isPrevented,
  }
}
