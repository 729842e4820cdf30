import { createHash } from 'node:crypto';
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { visible } from '../base/visible.ts';
import type { Report } from '../report/model.ts';

/**
 * iCalendar (RFC 5545): a due date is an event of a whole day, which has no time zone and takes nobody's time. The same plan and task give the
 * same UID, so that reading a calendar in again updates it; DTSTAMP is the as-of day, never the clock.
 */
export function renderIcs({ heading, title, calendar, asOf, notes }: Report): string {
  const made = day(asOf);
  const file = ical({
    name: escaped(oneLine([title, heading].filter(part => part !== null).join(' · '))),
    // The library writes these two as they are: escaped as RFC 5545, 3.3.11 asks.
    description: escaped(visible(notes.join('\n'))),
    prodId: { company: 'plan-table', product: 'plan', language: 'ZH' },
  });
  for (const { key, date, summary, details, cancelled } of calendar?.().events ?? [])
    file.createEvent({
      id: `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}@plan-table`,
      stamp: made,
      start: day(date),
      allDay: true,
      summary: oneLine(summary),
      description: visible(details.join('\n')),
      transparency: ICalEventTransparency.TRANSPARENT,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return `${file.toString().replace(/\r\n$/, '')}\r\n`;
}

/** Midnight in UTC, by whose calendar the library writes days. */
function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

function oneLine(text: string): string {
  return visible(text.trim().replace(/\s*[\r\n]+\s*/g, ' '));
}
