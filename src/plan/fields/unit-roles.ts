import { foldInPlace } from '../../lexicon/fold.ts';
import { type Part, saidPart } from '../../lexicon/said-roles.ts';
import { looksLikeUnit, splitUnits } from '../../lexicon/units.ts';
import type { Role } from '../schema.ts';

export interface UnitRoles {
  lead: string[];
  support: string[];
  mode: 'joint' | 'separate';
}

/** A role in brackets behind the name that has it: 市发改委（牵头）. */
const BRACKETED = /[（(](牵头|主办|主责|负责|配合|协办|协助|参与)[）)]$/;
/** Another unit in brackets with its role: 市商务局（市发改委配合）. */
const INNER = /^(.+?)[（(]([^（()）]{2,}?)(牵头|主办|配合|协办|协助|参与)[）)]$/;
const LABEL = /^(牵头|主办|主责|责任|负责|配合|协办|参与|协同)(单位|部门|处室|科室)?\s*[:：]\s*/;

/** Where a label follows a name in one line, since the line break between them became a space. */
const BEFORE_LABEL = /(?<=\S)[ \u00a0\u3000]+(?=(?:牵头|主办|主责|责任|负责|配合|协办|参与|协同)(?:单位|部门|处室|科室)?\s?[:：])/g;

/** 工商联（列第一位者为牵头单位，下同）: said of the list, no part of its last name. */
const ASIDE = /[（(][^（()）]*(?:第一位|首位|下同)[^（()）]*[）)]\s*$/;

/** Units of a lower level, or all there are of one. */
const LOWER = /^(?:[各及]|[^、]+(?:镇|乡|街道|[镇乡县市区）]人民政府|办事处)(?:、|$)|(?:县|市|省|区)直|(?:有关|相关|其他)(?:单位|部门))/;

/** Whether the marks between units part levels (县财政局、县公安局，各乡镇人民政府), so that no mark is out of place. */
export function partsLevels(text: string): boolean {
  const [above = '', below = '', ...others] = text.split(/[，,;；]/);
  return others.length === 0 && above.includes('、') && LOWER.test(below);
}

/** Units that a cell names twice. */
export function namedTwice(text: string): string[] {
  const { names } = splitUnits(text);
  const seen = new Set<string>();
  const again = names.filter(name => name !== '' && seen.size === seen.add(name).size);
  return [...new Set(again)];
}

/** What every role and label above has one of: a cell of a few names without any is read at once. */
const TELLING = /牵头|主办|主责|承办|协办|配合|协助|参与|参加|会同|责|落实|实施|分工|[:：]/;
const FEW = 20;

/**
 * Puts the names of a unit cell under their roles: the column's, unless the cell itself says otherwise (市发改委牵头，市财政局配合;
 * 市发改委（牵头）、市财政局; 牵头单位：…；配合单位：…). Where it says who leads, whoever else carries out the task (负责, 落实) supports.
 * Returns the separators used, of a cell that leaves roles to its column.
 */
export function assignUnits(text: string, column: Role, roles: UnitRoles): readonly string[] {
  const { names: listed, mode, marks } = splitUnits(text.replace(BEFORE_LABEL, '\n').replace(ASIDE, ''));
  const names = listed.flatMap(leaderAndPartner);
  if (column === 'lead' && mode === 'separate') roles.mode = 'separate';
  if (names.length <= FEW && !TELLING.test(foldInPlace(text))) {
    for (const name of names) if (name !== '' && !roles[column].includes(name)) roles[column].push(name);
    return marks;
  }
  let told = false;
  const headed = names.some(name => saidPart(name)?.part === 'lead' || partOf(BRACKETED.exec(foldInPlace(name))?.[1] ?? '') === 'lead');
  const roleOf = (part: Part): Role => (part === 'lead' ? 'lead' : part === 'help' ? 'support' : headed ? 'support' : column);
  let role: Role = column;
  const waiting: string[] = [];
  const known = { lead: new Set(roles.lead), support: new Set(roles.support) };
  const put = (name: string, as: Role): void => {
    if (name === '' || known[as].has(name)) return;
    known[as].add(name);
    roles[as].push(name);
  };
  for (const written of names) {
    const label = LABEL.exec(foldInPlace(written));
    if (label) {
      for (const name of waiting.splice(0)) put(name, role);
      role = partOf(label[1]!) === 'help' ? 'support' : 'lead';
    }
    const said = (label ? written.slice(label[0].length) : written).replace(/^(?:由|会同)(?=..)/, '');
    const inner = INNER.exec(said);
    if (inner) for (const other of splitUnits(inner[2]!).names) put(other, roleOf(partOf(inner[3]!)));
    const name = inner ? inner[1]! : said;
    const bracket = BRACKETED.exec(foldInPlace(name));
    const own = bracket ? { name: name.slice(0, bracket.index).trim(), part: partOf(bracket[1]!) } : saidPart(name);
    if (!own) {
      waiting.push(name);
      continue;
    }
    told = true;
    const as = roleOf(own.part);
    for (const before of waiting.splice(0)) put(before, bracket ? role : as);
    put(own.name, as);
    if (own.part === 'lead' && column === 'lead') role = 'support';
  }
  for (const name of waiting) put(name, role);
  return told ? [] : marks;
}

/** 市财政局会同市乡村振兴局负责: who leads, and with whom. */
function leaderAndPartner(written: string): string[] {
  const together = /^([^（()）]{3,}?)会同(.{3,})$/.exec(written);
  return together && looksLikeUnit(together[1]!) ? [`${together[1]!}牵头`, together[2]!] : [written];
}

function partOf(word: string): Part {
  return /牵头|主办|主责/.test(word) ? 'lead' : /责任|负责/.test(word) ? 'carry' : 'help';
}
