import { drawFrom, type Draw } from './draw-from.fixture.ts'

const menus = [
  { cuisine: 'Italian', starter: ['Minestrone', 'Caprese Salad'], main: ['Lasagne', 'Gnocchi'], dessert: ['Tiramisu'] },
  { cuisine: 'Indian', starter: ['Dal Soup'], main: ['Chana Masala', 'Chicken Korma'], dessert: ['Mango Kulfi'] },
  { cuisine: 'Mexican', starter: ['Corn Soup'], main: ['Fish Tacos', 'Chili con Carne'], dessert: ['Churros'] },
  { cuisine: 'Japanese', starter: ['Miso Soup', 'Edamame'], main: ['Ramen', 'Tofu Katsu'], dessert: ['Mochi'] },
  { cuisine: 'Greek', starter: ['Tzatziki', 'Lentil Soup'], main: ['Moussaka', 'Souvlaki'], dessert: ['Baklava'] },
  { cuisine: 'Chinese', starter: ['Egg Drop Soup'], main: ['5-Spice Duck', 'Mapo Tofu'], dessert: ['Almond Jelly'] },
  { cuisine: 'British', starter: ['Pea Soup'], main: ['Cottage Pie', 'Fish Pie'], dessert: ['Rice Pudding'] },
  { cuisine: 'British', starter: ['Leek Soup'], main: ['Toad in the Hole'], dessert: ['Apple Crumble'] },
  {
    cuisine: 'Italian',
    starter: ['Bruschetta'],
    main: ['Mushroom Risotto', 'Aubergine Bake'],
    dessert: ['Panna Cotta'],
  },
  { cuisine: 'Indian', starter: ['Onion Bhaji'], main: ['Palak Paneer', 'Chicken 65'], dessert: ['Carrot Halwa'] },
  { cuisine: 'Mexican', starter: ['Guacamole'], main: ['Bean Burrito', 'Chicken Mole'], dessert: ['Flan'] },
  { cuisine: 'Chinese', starter: ['Spring Rolls'], main: ['Fried Rice', 'Sweet and Sour Pork'], dessert: [] },
  { cuisine: 'Japanese', starter: [], main: ['Salmon Teriyaki', 'Chicken Curry'], dessert: [] },
  { cuisine: 'Greek', starter: [], main: ['Stuffed Peppers', 'Spinach Pie'], dessert: [] },
  {
    cuisine: null,
    breakfast: ['Porridge', 'Shakshuka', '3-Minute Omelette', 'Overnight Oats', 'Banana Pancakes', 'Full English'],
  },
]
const vegan = [
  ['Minestrone', 'Onion Bhaji', 'Dal Soup', 'Chana Masala', 'Guacamole', 'Corn Soup', 'Bean Burrito', 'Edamame'],
  ['Miso Soup', 'Tofu Katsu', 'Lentil Soup', 'Stuffed Peppers', 'Spring Rolls', 'Fried Rice', 'Pea Soup', 'Bruschetta'],
  ['Mochi', 'Almond Jelly', 'Porridge', 'Overnight Oats'],
].flat()
const withMeatOrFish = [
  ['Lasagne', 'Chicken Korma', 'Fish Tacos', 'Chili con Carne', 'Ramen', 'Salmon Teriyaki', 'Moussaka', 'Souvlaki'],
  ['5-Spice Duck', 'Mapo Tofu', 'Cottage Pie', 'Fish Pie', 'Toad in the Hole', 'Full English', 'Chicken 65'],
  ['Chicken Mole', 'Sweet and Sour Pork', 'Chicken Curry'],
].flat()
const allergensByDiet = {
  vegan: ['none', 'none', 'gluten', 'soy', 'nuts', 'celery', 'gluten, soy'],
  vegetarian: ['milk', 'gluten, milk', 'eggs, milk', 'eggs, gluten, milk', 'milk, nuts'],
  'meat or fish': ['none', 'gluten', 'celery', 'milk', 'gluten, milk', 'celery, soy'],
}
const sizes = { starter: 0.5, main: 1.2, dessert: 0.8, breakfast: 0.8 }

/** Recipes of a cookbook, a serving each. Fibre is not known of all; breakfasts have no cuisine; some were filed twice. */
export function makeRecipes() {
  const draw = drawFrom(173)
  const listed = menus.flatMap(({ cuisine, ...courses }) =>
    Object.entries(courses).flatMap(([course, recipes]) => recipes.map((recipe) => ({ recipe, cuisine, course }))),
  )
  const cards = listed.map(({ recipe, cuisine, course }) => ({
    recipe,
    cuisine,
    course,
    diet: dietOf(recipe),
    servings: draw.oneOf([2, 4, 4, 6]),
    prep_minutes: 5 * draw.whole(1, 9),
    cook_minutes: draw.chance(0.12) ? 0 : 5 * draw.whole(1, course === 'main' ? 18 : 7),
    ...serving(draw, sizes[course as keyof typeof sizes]),
    allergens: draw.oneOf(allergensByDiet[dietOf(recipe)]),
  }))
  return cards.flatMap((card, index) => (index % 26 === 17 ? [card, card] : [card]))
}

function dietOf(recipe: string): keyof typeof allergensByDiet {
  if (vegan.includes(recipe)) return 'vegan'
  return withMeatOrFish.includes(recipe) ? 'meat or fish' : 'vegetarian'
}

function serving(draw: Draw, size: number) {
  const protein_g = draw.decimal(4 * size, 34 * size, 1)
  const fat_g = draw.decimal(3 * size, 30 * size, 1)
  const carbs_g = draw.decimal(12 * size, 75 * size, 1)
  return {
    kcal: Math.round(4 * protein_g + 9 * fat_g + 4 * carbs_g),
    protein_g,
    fat_g,
    carbs_g,
    fibre_g: draw.chance(0.12) ? null : draw.decimal(0.5, 12, 1),
    salt_g: draw.decimal(0.05, 3.2, 2),
  }
}
