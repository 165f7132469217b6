/** Where a digital signature is shown: in the middle of the room between office and name (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.d). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDocumentProxy } from 'unpdf';
import { expectOk } from '../../kernel/result.ts';
import { reportPaper } from '../../../tests/fixtures/papers.ts';
import { renderToSign } from './pdf.server.ts';

const sheetHeight = (297 * 72) / 25.4;

test('the place for a mark is the middle between the office and the name, in both directions', async () => {
  const signature = { authority: [], office: 'Zwoffice', name: 'Zwname' };
  const paper = { ...reportPaper, annexes: [], cosigner: undefined, signature };
  const { pdf, places } = expectOk(await renderToSign(paper, new Date('2026-11-29T01:00:00Z')));
  const [place] = places;
  assert.ok(place);
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(place.page);
  const { items } = await page.getTextContent();
  const boxOf = (words: string) => {
    const found = items.find((item) => 'str' in item && item.str === words);
    assert.ok(found && 'str' in found, words);
    const [x = 0, y = 0] = found.transform.slice(4) as number[];
    return { middle: x + found.width / 2, base: sheetHeight - y };
  };
  const [office, name] = [boxOf('ZWOFFICE'), boxOf('Zwname')];
  assert.ok(Math.abs(place.x - name.middle) < 2 && Math.abs(place.x - office.middle) < 2, `${place.x} across`);
  const middle = (office.base + name.base) / 2;
  assert.ok(Math.abs(place.y - middle) < 8, `${place.y} down, the middle is ${middle}`);
});
