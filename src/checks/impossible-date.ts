import { daysInMonth } from '../base/civil-date.ts';
import { type Check, inCell, textCells } from './check.ts';

const DAY = /(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})(?:日|号(?![楼线院门厂机桥路地站井坝闸库]))/g;

/** 日历上没有的日子: 6月31日. Time limits are told where they are read. */
export const impossibleDate: Check = {
  code: 'impossible-date',
  explain: 'A cell names a day that the calendar has not: 6月31日.',
  run: plan =>
    [...textCells(plan)]
      .filter(({ column }) => column !== '完成时限')
      .flatMap(cell =>
        [...cell.text.matchAll(DAY)].flatMap(found => {
          const [text, year, month, day] = [found[0], Number(found[1] ?? plan.year ?? 2024), Number(found[2]), Number(found[3])];
          // A year that is written otherwise (民国113年) may be a leap year.
          const leap = month === 2 && day === 29 && found[1] === undefined && cell.text[found.index - 1] === '年';
          if (leap) return [];
          if (month > 0 && month <= 12 && day > 0 && day <= daysInMonth(year, month)) return [];
          return [{ code: 'impossible-date' as const, ...inCell(cell), data: { text, at: found.index, length: text.length } }];
        }),
      ),
};
