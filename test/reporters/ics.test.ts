import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../src/report/model.ts';
import { renderIcs } from '../../src/reporters/ics.ts';
import { sampleReport } from './sample-report.ts';

const opening: CalendarEvent = {
  key: ['计划', 2021, '3.Q4', '建设水库'],
  date: '2021-12-31',
  summary: '水资源组: 力争久隆水库\n开工建设, 一标段; 二标段',
  details: ['序号: 3', '任务内容: 建设\\水库'],
  cancelled: false,
};

function render(events: CalendarEvent[], more: Parameters<typeof sampleReport>[0] = {}): string {
  return renderIcs({ ...sampleReport(more), calendar: () => ({ events, undated: 0 }) });
}

function read(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event)) };
}

describe('ics', () => {
  it('is read back by a calendar as an event of a whole day', () => {
    const [event] = read(render([opening])).events;
    expect([event!.startDate.isDate, event!.startDate.toString()]).toEqual([true, '2021-12-31']);
    expect(event!.summary).toBe('水资源组: 力争久隆水库 开工建设, 一标段; 二标段');
    expect(event!.description).toBe('序号: 3\n任务内容: 建设\\水库');
    expect(event!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe('2021-10-12T00:00:00Z');
    expect(event!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('names an event by what it is of, whatever its day, text and status', () => {
    const uid = (event: CalendarEvent): string => read(render([event])).events[0]!.uid;
    expect(uid({ ...opening, date: '2022-01-31', summary: '别的', details: [], cancelled: true })).toBe(uid(opening));
    expect(uid({ ...opening, key: ['计划', 2022, '3.Q4', '建设水库'] })).not.toBe(uid(opening));
  });

  it('says of a cancelled one that it is', () => {
    expect(render([{ ...opening, cancelled: true }])).toContain('\r\nSTATUS:CANCELLED\r\n');
  });

  it('holds title and notes as text, and is a calendar without events too', () => {
    const { calendar, events } = read(render([], { title: '甲,乙;丙\\丁\r\nBEGIN:VEVENT', notes: ['一', '二'] }));
    expect(events).toEqual([]);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('甲\\,乙\\;丙\\\\丁 BEGIN:VEVENT · 节点进度');
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toBe('一\\n二');
  });

  it('whatever a document holds, lines end in CRLF, have at most 75 octets and no broken character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 120 });
    fc.assert(
      fc.property(text, text, (summary, detail) => {
        const bytes = render([{ ...opening, summary, details: [detail] }]);
        const lines = bytes.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(read(bytes).events.length).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
