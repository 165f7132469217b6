import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED_AWARDS } from '../awards/shipped.ts';
import { completenessOf, neededOf, paperKindOf } from './papers.ts';

test('every paper that an award asks for is known by its first words', () => {
  const listed = SHIPPED_AWARDS.flatMap(({ papers }) => papers.map(({ what }) => what));
  assert.deepEqual(
    [...new Set(listed)].filter((what) => paperKindOf(what) === 'other'),
    [],
  );
});

const paper = (what: string) => ({ what, article: '84', source: 'luat', state: 'read' });
const needed = neededOf(['To trinh', 'Bao cao thanh tich', 'Bien ban xet', 'Chung nhan', 'Y kien'].map(paper), false);
const owner = { id: '1', name: 'A', holderKind: 'person', needed, files: [], report: 'none' } as const;

test('the matrix tells what is there, what is lacking, and what is nobody to bring yet', () => {
  const none = completenessOf({ isNumbered: false, dossierFiles: [] }, [owner]);
  assert.deepEqual(none.shared, [
    { kind: 'submission', state: 'missing' },
    { kind: 'minutes', state: 'missing' },
    { kind: 'opinion', state: 'later' },
  ]);
  assert.deepEqual(none.rows[0]?.cells, [
    { kind: 'report', state: 'missing' },
    { kind: 'certificate', state: 'if_so' },
  ]);
  assert.equal(none.missing, 3);
  const all = completenessOf({ isNumbered: true, dossierFiles: ['minutes'] }, [
    { ...owner, report: 'whole' },
    { ...owner, id: '2', files: ['report', 'certificate'] },
  ]);
  assert.equal(all.missing, 0);
});

test('the certificate of an initiative is needed for a title; what no award asks for is no column', () => {
  const titled = { ...owner, needed: neededOf([paper('Chung nhan sang kien')], true) };
  const { columns, missing } = completenessOf({ isNumbered: false, dossierFiles: [] }, [titled]);
  assert.deepEqual([columns, missing], [['certificate'], 1]);
  const both = completenessOf({ isNumbered: true, dossierFiles: ['minutes'] }, [owner, titled]);
  assert.deepEqual(both.rows[1]?.cells[0], { kind: 'report', state: 'not_asked' });
});

test('what lacks is named with whose it is; one provision that blocks is enough, and what it marks is needed whatever it is', () => {
  const marked = neededOf([{ ...paper('Y kien'), whenMissing: 'blocks' }, paper('Bao cao thanh tich')], false);
  const { lacking } = completenessOf({ isNumbered: true, dossierFiles: ['minutes'] }, [
    owner,
    { ...owner, id: '2', name: 'B', needed: marked, report: 'begun' },
  ]);
  assert.deepEqual(lacking, [
    { paper: 'opinion', name: null, blocks: true },
    { paper: 'report', name: 'A', blocks: false },
    { paper: 'report', name: 'B', blocks: false },
  ]);
});
