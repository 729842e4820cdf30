import { comparePeriods } from '../base/period.ts';
import { fold } from '../lexicon/fold.ts';
import type { Plan } from '../plan/schema.ts';
import type { DeliverableMatch } from './deliverables.ts';

/** Of the deliverables given those that speak of a name or a variant of it, in the order of their periods. */
export function trace(plan: Plan, deliverables: readonly DeliverableMatch[], name: string): DeliverableMatch[] {
  const speaks = speaking(name, placesOf(plan));
  return deliverables
    .filter(({ deliverable: { text, names } }) => speaks(text, names))
    .sort((a, b) => comparePeriods(a.milestone.period, b.milestone.period) || compareDates(a, b));
}

function compareDates({ milestone: a }: DeliverableMatch, { milestone: b }: DeliverableMatch): number {
  if (a.dueFrom !== 'limit' || b.dueFrom !== 'limit' || a.due === b.due) return 0;
  return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
}

/** All names in a plan, as written, each once. */
export function namesOf(plan: Plan): string[] {
  const deliverables = plan.tasks.flatMap(task => task.milestones.flatMap(milestone => milestone.deliverables ?? []));
  return [...new Set(deliverables.flatMap(({ names }) => names))];
}

/** Fewer letters are no name but a general word, when they are what is left of a name (水库). */
const SHORTEST = 4;

const PLACE = /^[一-鿿]{2,4}?[省市州县区镇乡]/;

/** A text for the comparison of names: folded, without quotation marks. */
function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[《》〈〉“”‘’「」『』"']/g, '');
}

/** Places that the plan's units name, also without 市 and its like; the longest first. */
function placesOf(plan: Plan): string[] {
  const whole = plan.units.map(({ name }) => fold(name)).filter(name => /^[一-鿿]{2,5}[省市州县区镇乡]$/.test(name));
  return [...new Set(whole.flatMap(name => [name, name.slice(0, -1)]))].filter(name => name.length > 1).sort((a, b) => b.length - a.length);
}

/** Whether a text with its names speaks of a name; 人民医院 of another place is another one. */
function speaking(name: string, places: readonly string[]): (text: string, names: readonly string[]) => boolean {
  const wanted = bare(name);
  const place = placeAhead(wanted, places);
  const short = wanted.slice(place.length);
  const elsewhere = (before: string): boolean =>
    places.some(other => before.endsWith(other) && !place.startsWith(other)) ||
    (/[省市州县区镇乡]$/.test(before) && !(place !== '' && before.endsWith(place)));
  return (text, names) => {
    const whole = bare(text);
    if (whole.includes(wanted)) return true;
    if (place !== '' && short.length >= SHORTEST)
      for (let at = whole.indexOf(short); at >= 0; at = whole.indexOf(short, at + 1))
        if (!elsewhere(whole.slice(Math.max(0, at - 12), at))) return true;
    return names.map(bare).some(known => known.length >= SHORTEST && wanted.endsWith(known) && placeAhead(known, places) === '');
  };
}

/** The place that a name begins with; empty where none does. */
function placeAhead(name: string, places: readonly string[]): string {
  return places.find(place => name.startsWith(place) && name.length > place.length) ?? PLACE.exec(name)?.[0] ?? '';
}
