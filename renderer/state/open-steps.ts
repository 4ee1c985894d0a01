import { create } from 'zustand'

/**
 * What of the steps is open in this page, by name: a tool use, or a line that holds several. Kept here and not in what
 * is drawn, which goes when it is scrolled away or moves into such a line.
 */
export const useOpenSteps = create<Readonly<Record<string, boolean>>>(() => ({}))

export function setStepOpen(name: string, isOpen: boolean): void {
  useOpenSteps.setState({ [name]: isOpen })
}
