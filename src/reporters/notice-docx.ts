import { strToU8, zipSync } from 'fflate';
import { visible } from '../base/visible.ts';
import type { Notice } from '../report/notice.ts';

/** Twentieths of a point, in which WordprocessingML measures. */
const [POINT, MM] = [20, 56.7];
/** Page, type and lines of official documents (GB/T 9704-2012): A4, 22 lines a page of 28 characters in 三号 (16 pt); the title in 二号 (22 pt). */
const PAGE = { width: 210 * MM, height: 297 * MM, top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM };
const LINE = 29 * POINT;
const BODY = { font: '仿宋_GB2312', points: 16 };
const TITLE = { font: '方正小标宋简体', points: 22 };

/** A notice as a Word document in the form of official texts. Nothing in it is taken for markup; the same notice gives the same bytes. */
export function renderNoticeDocx({ title, to, body, items, date }: Notice): Uint8Array {
  const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
  const paragraphs = [
    paragraph(title, '<w:jc w:val="center"/>', TITLE),
    paragraph('', ''),
    paragraph(to, ''),
    ...body.map(text => paragraph(text, indented)),
    ...items.map((text, index) => paragraph(`${index + 1}. ${text}`, indented)),
    paragraph('', ''),
    paragraph(date, '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'),
  ];
  const { width, height, top, bottom, left, right } = PAGE;
  const page =
    `<w:sectPr><w:pgSz w:w="${Math.round(width)}" w:h="${Math.round(height)}"/><w:pgMar w:top="${Math.round(top)}" w:right="${Math.round(right)}" ` +
    `w:bottom="${Math.round(bottom)}" w:left="${Math.round(left)}" w:header="850" w:footer="1418" w:gutter="0"/></w:sectPr>`;
  const parts = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}${page}</w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  // The first day that zip knows, in whatever time zone.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org';

function paragraph(text: string, layout: string, { font, points } = BODY): string {
  const run =
    `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/><w:sz w:val="${points * 2}"/></w:rPr>` +
    `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
  const line = Math.round(Math.max(LINE, points * 1.4 * POINT));
  return `<w:p><w:pPr><w:spacing w:line="${line}" w:lineRule="exact"/>${layout}</w:pPr>${text === '' ? '' : `<w:r>${run}</w:r>`}</w:p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return visible(text).replace(/[&<>]/g, char => ENTITIES[char]!);
}
