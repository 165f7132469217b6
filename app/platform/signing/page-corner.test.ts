import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PDF } from '@libpdf/core';
import { at, newCast } from '../../../tests/signing.ts';
import { expectOk } from '../../kernel/result.ts';
import { signDigest } from './cms.server.ts';
import { firstCorner } from './page-corner.server.ts';
import { embed, prepare } from './prepare.server.ts';
import { isSound } from './verdict.ts';
import { verifyPdf } from './verify.server.ts';

const lines = ['12/QĐ-UBND', '2026-06-15T09:30:00+07:00'];
const turns = [0, 90, 180, 270] as const;

async function sheet(turn: (typeof turns)[number]): Promise<Uint8Array> {
  const pdf = PDF.create();
  pdf.addPage({ width: 595, height: 842 }).setRotation(turn);
  return pdf.save();
}

for (const turn of turns)
  test(`on a page turned by ${turn} number and time stand upright at the upper right, and the signature holds`, async (context) => {
    const cast = await newCast();
    const pdf = await sheet(turn);
    const mark = { box: await firstCorner(pdf), colour: 'black', shape: 'text', lines } as const;
    const prepared = await prepare(pdf, { field: 'con-dau', name: 'Tỉnh Mẫu', at, mark });
    const signed = expectOk(embed(prepared, await signDigest(prepared.digest, cast.seal, cast.stamp)));
    const verdict = expectOk(await verifyPdf({ pdf: signed, trust: cast.trust, now: at }));
    assert.equal(isSound(verdict), true, JSON.stringify(verdict));
    const file = join(mkdtempSync(join(tmpdir(), 'corner-')), 'tep.pdf');
    writeFileSync(file, signed);
    const box = wordsAt(file);
    if (!box) return context.skip('pdftotext is not on this machine');
    const [width, height] = turn === 90 || turn === 270 ? [842, 595] : [595, 842];
    assert.deepEqual(
      box.map(({ word }) => word),
      lines,
    );
    for (const { left, right, top, bottom } of box) {
      assert.ok(left > width / 2 && right <= width - 25 && top >= 10 && bottom < 50, JSON.stringify({ box, height }));
      assert.ok(right - left > bottom - top, 'upright');
    }
  });

type Word = { word: string; left: number; right: number; top: number; bottom: number };

/** As a reader shows them. */
function wordsAt(file: string): readonly Word[] | undefined {
  const told = spawnSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  if (told.error) return undefined;
  const found = told.stdout.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</g);
  return [...found].map(([, left, top, right, bottom, word = '']) => ({
    word,
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}
