/**
 * Words that may stand for each other in column names, used only when no column carries the word itself; the answer
 * then says which column it took.
 */
export const synonyms: readonly (readonly string[])[] = [
  ['sales', 'revenue', 'turnover', 'amount', 'income', 'proceeds'],
  ['quantity', 'units', 'pieces', 'qty', 'items'],
  ['cost', 'costs', 'expense', 'expenses', 'spending', 'spend'],
  ['price', 'unit price'],
  ['product', 'article', 'item', 'sku'],
  ['customer', 'client', 'buyer'],
  ['employee', 'staff', 'colleague'],
  ['salary', 'pay', 'wage', 'wages'],
  ['country', 'nation'],
  ['region', 'area', 'territory'],
  ['category', 'kind', 'type', 'group'],
  ['channel', 'sales channel'],
  ['date', 'day', 'when'],
]
