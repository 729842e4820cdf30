import { describe, expect, it } from 'vitest';
import { formatOrdinal } from '../../src/source/docx/ordinals.ts';
import { docxReader } from '../../src/source/docx.ts';
import { docx, draw, hostile, p, refused, tbl, tc, utf8, zipOf } from './documents.ts';

async function drawn(body: string, parts: Record<string, string> = {}): Promise<string[]> {
  return draw(await docxReader.read(docx(body, parts), 'plan.docx', 0));
}

function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
}

const NUMBERING = `<w:numbering xmlns:w="w">
  <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

function numbered(list: number, text = '', level = 0): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${text === '' ? '' : run(text)}</w:p>`;
}

describe('docx', () => {
  it('joins merged cells down and across, and minds columns left out at the begin of a row', async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const before = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc('丁')}</w:tr>`;
    const table = tbl(
      ['类别', '序号', tc('进度', '<w:gridSpan w:val="2"/>')],
      [tc('一、甲', restart), '1', '乙', '丙'],
      [tc('<w:p/>', '<w:vMerge/>'), '2', '', '戊'],
    );
    expect(await drawn(p('计划') + table.replace('</w:tbl>', `${before}</w:tbl>`))).toEqual([
      '¶ 计划',
      '类别|序号|进度>2',
      '一、甲^2|1|乙|丙',
      '@12||戊',
      '@2丁',
    ]);
  });

  it('reads a document with all changes accepted', async () => {
    const paragraph = `<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>
      <w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>`;
    const row = '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr>';
    const joined = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p>';
    expect(await drawn(paragraph + joined + tbl(['序号', '任务']).replace('</w:tbl>', `${row}</w:tbl>`))).toEqual([
      '¶ 新增移来',
      '¶ 上下',
      '序号|任务',
    ]);
  });

  it('takes what is shown and nothing else', async () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    const content = `<w:sdt><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击输入')}</w:sdtContent></w:sdt>`;
    const line = `<w:p>${box}<w:hyperlink>${run('链接')}</w:hyperlink><w:r><w:tab/></w:r>${run('隐藏', '<w:vanish/>')}${run('显示', '<w:vanish w:val="0"/>')}<w:r><w:br/></w:r>${run('二行')}</w:p>`;
    expect(await drawn(tbl([tc(line + content), '任务']))).toEqual(['链接\t显示⏎二行⏎控件|任务']);
  });

  it('counts automatic numbers', async () => {
    const rows = ['甲', '乙'].map(text => [tc(numbered(1)), text]);
    const table = tbl(['序号', '任务'], ...rows);
    const body =
      numbered(2, '项目建设') +
      numbered(2, '公路', 1) +
      table +
      numbered(2, '民生') +
      numbered(2, '教育', 1) +
      numbered(3, '重新') +
      numbered(4, '点');
    const expected = ['¶ 一、项目建设', '¶ （一）公路', '序号|任务', '1|甲', '2|乙', '¶ 二、民生', '¶ （一）教育', '¶ 1 重新', '¶ 点'];
    expect(await drawn(body, { 'word/numbering.xml': NUMBERING })).toEqual(expected);
  });

  it('counts numbers that a style asks for', async () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:t>建设</w:t></w:r></w:p>';
    expect(await drawn(body, { 'word/numbering.xml': NUMBERING, 'word/styles.xml': styles })).toEqual(['¶ 一、建设']);
  });

  it.each([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [3, 'upperRoman', 'III'],
    [28, 'lowerLetter', 'bb'],
    [3, 'decimalEnclosedCircleChinese', '③'],
    [7, 'decimalZero', '07'],
    [12, 'decimalFullWidth', '１２'],
    [2, 'ideographTraditional', '乙'],
  ])('shows %i as %s: %s', (value, format, text) => {
    expect(formatOrdinal(value, format)).toBe(text);
  });

  it('tells table, row and column of a cell, and keeps reading order', async () => {
    const { blocks } = await docxReader.read(docx(p('计划') + tbl(['序号', '任务'], ['1', '甲']) + p('附注')), 'plan.docx', 3);
    const table = blocks[1];
    const place = table?.kind === 'table' ? table.rows[1]!.cells[1]!.place : null;
    expect(place).toMatchObject({ source: 3, cell: 'T1R2C2', line: 2 });
    expect([blocks[0]!.place.start < place!.start, place!.start < blocks[2]!.place.start]).toEqual([true, true]);
  });

  it('leaves entities of a document type alone', async () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>甲&a;&b;&amp;</w:t></w:r></w:p></w:body></w:document>';
    const document = await docxReader.read(docx('', { 'word/document.xml': text }), 'plan.docx', 0);
    expect(draw(document)).toEqual(['¶ 甲&a;&b;&']);
  });

  it('reads a document of another program', async () => {
    expect(draw(await docxReader.read(hostile('minimal-ok.docx'), 'a.docx', 0))).toEqual([
      '序号|任务内容|牵头单位|完成时限',
      '1|推进甲工程|市甲局|6月底前',
      '2|推进乙工程|市乙局|12月底前',
    ]);
  });

  it('refuses bombs, whatever size they declare, in little time', async () => {
    const spaces = new Uint8Array(300 * 2 ** 20).fill(32);
    const start = performance.now();
    for (const declared of [spaces.length, 1000]) {
      expect(await refused(() => docxReader.read(zipOf('word/document.xml', spaces, declared), 'a.docx', 0))).toBe('too-large');
    }
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('refuses what is damaged, encrypted or old', async () => {
    const whole = docx(p('计划'));
    expect(docxReader.sniff(whole.subarray(0, 200), 'a.docx')).toBe(true);
    expect(await refused(() => docxReader.read(whole.subarray(0, 200), 'a.docx', 0))).toBe('damaged-file');
    expect(await refused(() => docxReader.read(zipOf('word/document.xml', utf8('<html/>')), 'a.docx', 0))).toBe('damaged-file');
    expect(await refused(() => docxReader.read(hostile('ole-named.docx'), 'a.docx', 0))).toBe('legacy-format');
  });

  it('survives nesting', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(1500) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(1500);
    expect((await drawn(deep)).join('')).toContain('甲');
  });
});
