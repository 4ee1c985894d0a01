import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const incidents = [
  { incident_type: 'false alarm', minutes: 35, usesWater: false, hurts: 0 },
  { incident_type: 'false alarm', minutes: 35, usesWater: false, hurts: 0 },
  { incident_type: 'road accident', minutes: 95, usesWater: false, hurts: 0.6 },
  { incident_type: 'flooding', minutes: 140, usesWater: false, hurts: 0.02 },
  { incident_type: 'grass fire', minutes: 110, usesWater: true, hurts: 0.03 },
  { incident_type: 'chimney fire', minutes: 120, usesWater: true, hurts: 0.05 },
  { incident_type: 'house fire', minutes: 260, usesWater: true, hurts: 0.3 },
  { incident_type: 'animal rescue', minutes: 55, usesWater: false, hurts: 0 },
]
const villages = [
  { village: 'Upper Lorne', minutes: 5 },
  { village: 'Upper Lorne', minutes: 5 },
  { village: 'Lorne Mill', minutes: 8 },
  { village: 'Castlebridge', minutes: 11 },
  { village: 'Fernhollow', minutes: 14 },
  { village: 'Saint Bride', minutes: 17 },
]

/** Three years of a volunteer fire brigade. Only fires use water; some forms lack the minutes to the scene. */
export function makeCallOuts() {
  const draw = drawFrom(223)
  return drawDays(draw, { from: '2021-01-02', days: 1090, count: 265 }).map((day, index) => {
    const incident = draw.oneOf(incidents)
    const { village, minutes } = draw.oneOf(villages)
    const duration_min = Math.round(incident.minutes * draw.decimal(0.5, 1.6, 3))
    const isHuge = incident.usesWater && draw.chance(0.04)
    return {
      callout_no: `C${index + 1}/${day.slice(2, 4)}`,
      alarm_at: `${day} ${twoDigits(draw.whole(0, 23))}:${twoDigits(draw.whole(0, 59))}:00`,
      incident_type: incident.incident_type,
      village,
      engine: draw.oneOf(['Engine 1', 'Engine 1', 'Engine 2', 'Water Tender']),
      crew_size: draw.whole(4, 13),
      minutes_to_scene: draw.chance(0.07) ? null : minutes + draw.whole(-2, 9),
      duration_min: isHuge ? duration_min * 4 : duration_min,
      water_used_l: incident.usesWater ? duration_min * draw.whole(8, 40) : null,
      people_injured: draw.chance(incident.hurts) ? draw.whole(1, 4) : 0,
      officer_in_charge: draw.oneOf(['Brandt', 'Okafor', 'Lindqvist', 'Reyes']),
      report_filed_on: draw.chance(0.1) ? null : dayAfter(day, draw.whole(0, 12)),
    }
  })
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
