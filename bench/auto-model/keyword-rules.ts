import type { Chooser } from './judge-choosers.ts'

const easy = /\b(?:what|who|when|list|show|translate|hello)\b/i
const hard = /\b(?:analyse|analyze|design|why|prove|review|refactor|plan|debug)\b/i

/** The plain rules other programs choose by: a hard word wins over an easy one. English only, as such lists mostly are. */
export const keywordRules: Chooser = ({ prompt }) =>
  hard.test(prompt) ? 'large' : easy.test(prompt) ? 'small' : 'medium'
