import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, givenPlan, insertPlansWorld, movements } from '../../../tests/plans.ts';
import { indicators, schemes } from '../../../tests/values.ts';
import { contextFor, now, people, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { changesIn } from '../../platform/imports/import-kind.ts';
import type { ImportFacts } from '../../platform/imports/import-kind.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { enterPledge } from '../pledges/pledges.server.ts';
import { revisePlan } from './drafting.server.ts';
import { milestoneHeadings, planHeadings, pledgeHeadings, taskHeadings } from './excel.text.ts';
import { tasksOf } from './lines.server.ts';
import { listPlans } from './list.server.ts';
import { findPlan } from './one.server.ts';
import { markOf } from './plan-columns.ts';
import { plansImport } from './plan-import.server.ts';
import { factsOf } from './plan-target.server.ts';
import { reportProgress } from './reporting.server.ts';
import { workbookForNew, workbookOfPlan } from './workbook.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });

type Cells = Readonly<Record<string, string>>;
type File = {
  readonly plan?: Cells;
  readonly tasks?: readonly Cells[];
  readonly milestones?: readonly Cells[];
  readonly pledges?: readonly Cells[];
};
const plan: Cells = {
  unit: 'mau-an',
  about: movements.open,
  title: 'Kế hoạch từ tệp',
  objectives: 'Mục tiêu thứ nhất\nMục tiêu thứ hai',
  firstDay: '01/01/2026',
  lastDay: '31/12/2026',
};
const task = (more: Cells = {}): Cells => ({
  no: '1',
  title: 'Làm mẫu',
  product: '01 mô hình',
  leadUnit: 'Xã Mẫu An (mau-an)',
  owner: 'Người Mẫu',
  joinUnits: 'Xã Mẫu Bình; so-mau',
  startsOn: '1/3/2026',
  dueOn: '2026-06-30',
  ...more,
});
const milestone = (more: Cells = {}): Cells => ({ task: '1', title: 'Xong khung', dueOn: '01/06/2026', ...more });
const whole: File = { plan, tasks: [task()], milestones: [milestone()] };

async function fileOf({ plan: one = plan, tasks = [], milestones = [], pledges }: File): Promise<Uint8Array> {
  const sheet = (name: string, headings: Cells, rows: readonly Cells[]) => ({
    name,
    columns: Object.values(headings).map((heading) => ({ heading, kind: 'text' as const, width: 12 })),
    rows: rows.map((row) => Object.keys(headings).map((key) => row[key] ?? null)),
  });
  return writeWorkbook({
    sheets: [
      sheet('Kế hoạch', planHeadings, [one]),
      sheet('Nhiệm vụ', taskHeadings, tasks),
      sheet('Mốc', milestoneHeadings, milestones),
      ...(pledges ? [sheet('Chỉ tiêu', pledgeHeadings, pledges)] : []),
    ],
  });
}

const forAn = factsOf({ unitId: units.communeAn, schemeCode: null, movementId: movements.open });
type Upload = { readonly bytes: Uint8Array; readonly by?: Person; readonly facts?: ImportFacts };

/** Drawn as for the preview; carried out when nothing is wrong. */
async function brought(tx: Transaction<DB>, { bytes, by = people.officerOfAn, facts = forAn }: Upload) {
  expectOk(await plansImport.permit(tx, by, facts));
  const sheets = expectOk(await readWorkbook(bytes));
  const drawn = await plansImport.plan(tx, sheets, { importId: newId(), facts, actor: by, now });
  if (drawn.faults.length === 0) expectOk(await drawn.apply(contextFor(tx, by), async () => undefined));
  return { ...drawn, changed: changesIn(drawn), shown: drawn.lines(50) };
}
const plansOfAn = async (tx: Transaction<DB>) =>
  (await listPlans(tx, people.officerOfAn, { today, unitId: units.communeAn })).rows;

test('a workbook makes a plan with its tasks and milestones; brought twice it is one', () =>
  inWorld(async (tx) => {
    const bytes = await fileOf(whole);
    const first = await brought(tx, { bytes });
    assert.deepEqual([first.faults, first.changed], [[], 2]);
    const [one, ...more] = await plansOfAn(tx);
    assert.deepEqual(
      [one?.title, one?.firstDay, one?.stage, more.length],
      ['Kế hoạch từ tệp', '2026-01-01', 'draft', 0],
    );
    const [kept] = await tasksOf(tx, [one?.id ?? '']);
    assert.deepEqual(
      [kept?.leadUnit, kept?.joinUnits, kept?.startsOn, kept?.milestones.map(({ title, dueOn }) => [title, dueOn])],
      ['mau-an', ['mau-binh', 'so-mau'], '2026-03-01', [['Xong khung', '2026-06-01']]],
    );
    assert.equal((await brought(tx, { bytes })).changed, 0);
    await given(tx, one?.id ?? '');
    assert.equal((await brought(tx, { bytes })).changed, 0);
    const other = await brought(tx, { bytes: await fileOf({ ...whole, plan: { ...plan, title: 'Khác' } }) });
    assert.match(other.faults[0]?.message ?? '', /đã phê duyệt.*khác với tệp/);
  }));

test('over a draft the preview names what changes, what is added and what is taken off', () =>
  inWorld(async (tx) => {
    await brought(tx, { bytes: await fileOf(whole) });
    const tasks = [task({ title: 'Làm mẫu', product: '05 mô hình' }), task({ no: '2', title: 'Việc mới' })];
    const { shown } = await brought(tx, { bytes: await fileOf({ plan, tasks, milestones: [milestone()] }) });
    assert.deepEqual(
      shown.map(({ what, name }) => [what, name]),
      [
        ['changed', 'Nhiệm vụ: Làm mẫu'],
        ['created', 'Nhiệm vụ: Việc mới'],
      ],
    );
    assert.deepEqual(shown[0]?.cells, [{ heading: 'Sản phẩm', before: '01 mô hình', after: '05 mô hình' }]);
    const next = await brought(tx, { bytes: await fileOf({ ...whole, tasks: [task({ title: 'Việc mới' })] }) });
    assert.deepEqual(
      next.shown.map(({ what, name }) => [what, name]),
      [
        ['ended', 'Nhiệm vụ: Làm mẫu'],
        ['changed', 'Nhiệm vụ: Việc mới'],
      ],
    );
    const [one] = await plansOfAn(tx);
    assert.equal((await tasksOf(tx, [one?.id ?? ''])).length, 1);
  }));

test('what is wrong is named by sheet and cell, in Vietnamese, and nothing is written', () =>
  inWorld(async (tx) => {
    const bytes = await fileOf({
      plan: { ...plan, unit: 'mau-binh', lastDay: '31/02/2026' },
      tasks: [task()],
      milestones: [],
    });
    const wrong = await brought(tx, { bytes });
    assert.deepEqual(
      wrong.faults.map(({ sheet, cell }) => [sheet, cell]),
      [
        ['Kế hoạch', 'A2'],
        ['Kế hoạch', 'H2'],
      ],
    );
    const tasks = [
      task({ leadUnit: 'Sở Không Có', owner: '' }),
      task({ weight: 'nửa' }),
      task({ no: '3', dueOn: '1/1/2027' }),
    ];
    const milestones = [milestone({ dueOn: '01/07/2026' }), milestone({ task: '9' }), milestone({ task: '3' })];
    const lines = await brought(tx, { bytes: await fileOf({ plan, tasks, milestones }) });
    assert.deepEqual(
      lines.faults.map(({ sheet, cell, message }) => [sheet, cell, message.slice(0, 24)]),
      [
        ['Mốc', 'A3', 'Trang “Nhiệm vụ” không c'],
        ['Nhiệm vụ', 'G2', 'Chưa nhập.'],
        ['Nhiệm vụ', 'E2', 'Không có “Sở Không Có” t'],
        ['Mốc', 'D2', 'Mốc phải nằm trong thời '],
        ['Nhiệm vụ', 'A3', 'Số thứ tự này đã dùng ở '],
        ['Nhiệm vụ', 'K4', 'Nằm ngoài thời gian của '],
      ],
    );
    assert.equal((await plansOfAn(tx)).length, 0);
    const none = await writeWorkbook({
      sheets: [{ name: 'X', columns: [{ heading: 'Y', kind: 'text', width: 9 }], rows: [] }],
    });
    assert.equal((await brought(tx, { bytes: none })).faults.length, 3);
  }));

test('the workbook of a plan reads back as nothing to change, also over its next edition, and reports stay with the lines', () =>
  inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn], ['approve', people.headOfAn]);
    const [task0] = await tasksOf(tx, [id]);
    const typed = { percent: '40', asOf: '2026-06-10', note: '' };
    const told = { id: newId(), planId: id, taskId: task0?.id ?? '', milestoneId: null, typed };
    expectOk(await reportProgress(contextFor(tx, people.officerOfAn), told));
    const file = await workbookOfPlan(tx, people.officerOfAn, { id, today });
    assert.ok(file);
    assert.equal((await brought(tx, { bytes: file.bytes })).changed, 0);
    const revised = await revisePlan(contextFor(tx, people.officerOfAn), { id, newId: newId(), reason: 'Thêm' });
    const next = expectOk(revised).id;
    assert.equal((await brought(tx, { bytes: file.bytes, facts: factsOf({ planId: next }) })).changed, 0);
    const renamed = task({ mark: markOf(task0?.lineId ?? ''), title: 'Tên khác hẳn', joinUnits: '' });
    const over = await brought(tx, {
      bytes: await fileOf({ plan, tasks: [renamed] }),
      facts: factsOf({ planId: next }),
    });
    assert.deepEqual(over.counts, { created: 0, changed: 2, ended: 0, unchanged: 0 });
    assert.equal((await tasksOf(tx, [next]))[0]?.percent, 40);
  }));

test('pledges are chosen by the workbook, those of the unit only', () =>
  inWorld(async (tx) => {
    const pledged = async (by: Person, unitId: string) => {
      const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount };
      const typed = { wording: 'Thu đạt', value: '1.200' };
      return expectOk(await enterPledge(contextFor(tx, by), { id: newId(), unitId, year: 2026, ...about, typed })).id;
    };
    const own = await pledged(people.officerOfAn, units.communeAn);
    const foreign = await pledged(people.officerOfBinh, units.communeBinh);
    const wrong = await fileOf({ ...whole, pledges: [{ mark: markOf(foreign), chosen: 'Có' }] });
    assert.deepEqual(
      (await brought(tx, { bytes: wrong })).faults.map(({ sheet, cell }) => [sheet, cell]),
      [['Chỉ tiêu', 'A2']],
    );
    const bytes = await fileOf({ ...whole, pledges: [{ mark: markOf(own), chosen: 'Có' }] });
    await brought(tx, { bytes });
    const [one] = await plansOfAn(tx);
    const pledges = (await findPlan(tx, people.officerOfAn, { id: one?.id ?? '', today }))?.pledges;
    assert.deepEqual(
      pledges?.map(({ id }) => id),
      [own],
    );
    assert.equal((await brought(tx, { bytes: await fileOf(whole) })).changed, 0);
    const without = await fileOf({ ...whole, pledges: [{ mark: markOf(own), chosen: 'Không' }] });
    assert.equal((await brought(tx, { bytes: without })).changed, 1);
  }));

test('nobody brings a plan of another unit, of a scheme under state secrets, or over what is not theirs', () =>
  inWorld(async (tx) => {
    const permitted = async (by: Person, facts: ImportFacts) => {
      const allowed = await plansImport.permit(tx, by, facts);
      return allowed.ok ? 'ok' : allowed.refusal.kind;
    };
    const secret = factsOf({ unitId: units.department, schemeCode: schemes.secret, movementId: null });
    const closed = factsOf({ unitId: units.communeAn, schemeCode: null, movementId: movements.secret });
    const draft = factsOf({ planId: await givenPlan(tx) });
    assert.equal(await permitted(people.officerOfAn, forAn), 'ok');
    assert.equal(await permitted(people.headOfAn, draft), 'ok');
    assert.equal(await permitted(people.officerOfBinh, forAn), 'not_yours');
    assert.equal(await permitted(people.officerOfBinh, draft), 'not_there');
    assert.equal(await permitted(people.appraiser, draft), 'not_yours');
    assert.equal(await permitted(people.officerOfDepartment, secret), 'secret_plan');
    assert.equal(await permitted(people.officerOfAn, closed), 'secret_plan');
  }));

test('the template offers the unit its own; of what the person may not plan there is none', () =>
  inWorld(async (tx) => {
    const asked = { unitCode: 'mau-an', about: movements.open, today };
    const file = await workbookForNew(tx, people.officerOfAn, asked);
    const sheets = expectOk(await readWorkbook(file?.bytes ?? new Uint8Array()));
    assert.deepEqual(
      sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name),
      ['Kế hoạch', 'Nhiệm vụ', 'Mốc', 'Chỉ tiêu', 'Danh mục đơn vị'],
    );
    assert.equal(await workbookForNew(tx, people.officerOfBinh, asked), undefined);
    const blank = await brought(tx, { bytes: file?.bytes ?? new Uint8Array() });
    assert.deepEqual(
      blank.faults.map(({ sheet }) => sheet),
      ['Kế hoạch', 'Kế hoạch'],
    );
  }));
