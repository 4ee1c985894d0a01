import { create } from 'zustand'
import { toWireError } from '../../shared/errors.ts'

export type Toast = {
  readonly id: number
  readonly tone: 'neutral' | 'danger'
  readonly text: string
  readonly detail?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Short messages at the edge of the page, newest last. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

export function showToast(toast: Omit<Toast, 'id'>): void {
  const shown = { ...toast, id: ++lastId }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), shown] }))
}

/** Where a failed action of the person ends: its sentence and next step. Cancelling is no failure. */
export function showFailure(error: unknown): void {
  const { code, message, hint } = toWireError(error)
  if (code === 'INTERNAL') console.error(error)
  if (code !== 'CANCELLED') showToast({ tone: 'danger', text: message, detail: hint })
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

let lastId = 0
