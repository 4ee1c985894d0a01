import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const clients = ['Nordwind Energy', 'Atelier 9', 'City Hospital', 'Banco Sur', 'Lexa Law', 'Kitchens Direct']
const languages = [
  { language: 'German', cents: 14 },
  { language: 'French', cents: 13 },
  { language: 'Spanish', cents: 11 },
  { language: 'Polish', cents: 12 },
  { language: 'Japanese', cents: 19 },
]
const fields = ['legal', 'medical', 'marketing', 'technical', 'technical']
const translators = ['Annika Roth', 'Luc Perrin', 'Marta Wilk', 'Sora Ito', 'Diego Rivas']

/** A translation bureau's jobs. What is still being translated has no day of delivery; a rush costs half as much again. */
export function makeTranslations() {
  const draw = drawFrom(241)
  return drawDays(draw, { from: '2023-01-02', days: 728, count: 350 }).map((day, index) => {
    const { language, cents } = draw.oneOf(languages)
    const isIntoEnglish = draw.chance(0.4)
    const words = 10 * draw.whole(12, draw.chance(0.04) ? 4200 : 620)
    const translator = draw.oneOf(translators)
    const isRush = draw.chance(0.18)
    const allowed = isRush ? 1 + Math.ceil(words / 4000) : 4 + Math.ceil(words / 1500)
    const isOpen = index > 330 && draw.chance(0.6)
    const isCancelled = !isOpen && draw.chance(0.03)
    return {
      jobNumber: `TR-${index + 3100}`,
      receivedOn: day,
      dueOn: dayAfter(day, allowed),
      deliveredOn:
        isOpen || isCancelled ? null : dayAfter(day, Math.max(1, allowed + draw.oneOf([-3, -2, -1, 0, 0, 0, 2]))),
      client: draw.oneOf(clients),
      sourceLanguage: isIntoEnglish ? language : 'English',
      targetLanguage: isIntoEnglish ? 'English' : language,
      subject: draw.oneOf(fields),
      wordCount: words,
      ratePerWord: cents / 100,
      rush: isRush ? 'yes' : 'no',
      fee: isCancelled ? 0 : Number(((words * cents * (isRush ? 1.5 : 1)) / 100).toFixed(2)),
      translator,
      proofreader: draw.chance(0.35) ? null : draw.oneOf(translators.filter((other) => other !== translator)),
      status: isOpen ? 'open' : isCancelled ? 'cancelled' : 'delivered',
      clientScore: isOpen || isCancelled || draw.chance(0.4) ? null : draw.whole(4, 10),
    }
  })
}
