/** What a rate is of, where no rule makes it from the noun: the "loss rate" is of what was lost. */
export const irregularParticiples: Readonly<Record<string, string>> = {
  loss: 'lost',
  failure: 'failed',
  success: 'successful',
  absence: 'absent',
  breakage: 'broken',
  sale: 'sold',
  theft: 'stolen',
  payment: 'paid',
  delivery: 'delivered',
  approval: 'approved',
  refusal: 'refused',
  renewal: 'renewed',
  removal: 'removed',
  completion: 'completed',
  rejection: 'rejected',
  conversion: 'converted',
  cancellation: 'cancelled',
  'no-show': '"no show"',
  survival: 'survived',
  damage: 'damaged',
  discharge: 'discharged',
  complaint: 'complaint',
  default: 'defaulted',
  churn: 'churned',
  skip: 'skipped',
}

/** Rates that are no share of rows. */
export const otherRates: ReadonlySet<string> = new Set(
  `growth interest exchange tax heart pulse birth death mortality fertility unemployment employment inflation crime
   hourly daily weekly monthly yearly annual flat room list frame bit sample refresh click-through discount currency
   lowest highest best worst first average median typical mean what which the a an at any`.split(/\s+/),
)
