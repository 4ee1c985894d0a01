/** Whether a word ends as the plurals that a rule makes do: "laps", and not "class". */
export function isInPlural(word: string): boolean {
  return /[^s]s$/i.test(word)
}
