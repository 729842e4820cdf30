import { splitUnits } from '../../lexicon/units.ts';
import type { Role } from '../schema.ts';

export interface UnitRoles {
  lead: string[];
  support: string[];
  mode: 'joint' | 'separate';
}

/** A word at a name's end, alone or in brackets, that gives it and the names before it their role. */
const SAID = /[（(](牵头|主办|配合|协办|协助|参与)[）)]$|(分别牵头|共同牵头|牵头负责|牵头|主办|配合|协办|协助|参与)$/;
/** Another unit in brackets with its role: 市商务局（市发改委配合）. */
const INNER = /^(.+?)[（(]([^（()）]{2,}?)(牵头|主办|配合|协办|协助|参与)[）)]$/;
/** A remark behind the last name that is no part of it. */
const SHARED = /(按照?.{0,4}(职责|分工).{0,4}(负责|落实)|按职责分工)$/;
const LABEL = /^(牵头|主办|主责|责任|负责|配合|协办|参与|协同)(单位|部门|处室|科室)?\s*[:：]\s*/;

/** Where a label follows a name in one line, since the line break between them became a space. */
const BEFORE_LABEL = /(?<=\S)[ \u00a0\u3000]+(?=(?:牵头|主办|主责|责任|负责|配合|协办|参与|协同)(?:单位|部门|处室|科室)?\s?[:：])/g;

/** What every role, label and remark above has one of: a cell of a few names without any is read at once. */
const TELLING = /牵头|主办|协办|配合|协助|参与|责|分工|[:：]/;
const FEW = 20;

/**
 * Puts the names of a unit cell under their roles: the column's, unless the cell itself says otherwise (市发改委牵头，市财政局配合;
 * 市发改委（牵头）、市财政局; 牵头单位：…；配合单位：…). Returns the separators used.
 */
export function assignUnits(text: string, column: Role, roles: UnitRoles): readonly string[] {
  const { names, mode, marks } = splitUnits(text.replace(BEFORE_LABEL, '\n'));
  if (column === 'lead' && mode === 'separate') roles.mode = 'separate';
  if (names.length <= FEW && !TELLING.test(text)) {
    for (const name of names) if (name !== '' && !roles[column].includes(name)) roles[column].push(name);
    return marks;
  }
  let role: Role = column;
  const waiting: string[] = [];
  const known = { lead: new Set(roles.lead), support: new Set(roles.support) };
  const put = (name: string, as: Role): void => {
    if (name === '' || known[as].has(name)) return;
    known[as].add(name);
    roles[as].push(name);
  };
  for (const written of names) {
    const label = LABEL.exec(written);
    if (label) {
      for (const name of waiting.splice(0)) put(name, role);
      role = roleOf(label[1]!);
    }
    const said = label ? written.slice(label[0].length) : written;
    const whole = said.replace(SHARED, '').trim();
    const inner = INNER.exec(whole);
    if (inner) for (const other of splitUnits(inner[2]!).names) put(other, roleOf(inner[3]!));
    const name = inner ? inner[1]! : whole;
    const own = SAID.exec(name);
    const bare = own ? name.slice(0, own.index).trim() : name;
    if (!own || bare.length < 2) {
      waiting.push(name);
      // …按职责分工负责, …配合: what stands before the remark is not meant by the word behind it.
      if (whole !== said) for (const before of waiting.splice(0)) put(before, role);
      continue;
    }
    const bracketed = /^[（(]/.test(own[0]);
    const as = roleOf((own[1] ?? own[2])!);
    for (const before of waiting.splice(0)) put(before, bracketed ? role : as);
    put(bare, as);
    if (bracketed && as === 'lead' && column === 'lead') role = 'support';
  }
  for (const name of waiting) put(name, role);
  return marks;
}

function roleOf(word: string): Role {
  return /牵头|主办|主责|责任|负责/.test(word) ? 'lead' : 'support';
}
