/** Rounds as the walk meets them: one that is open with a report to receive, and what of others is hidden. */
import { createForm } from '../../app/features/rounds/forms/editing.server.ts';
import { latestForms } from '../../app/features/rounds/forms/forms.server.ts';
import { attachPaper } from '../../app/features/rounds/papers.server.ts';
import { moveReport, writeReport } from '../../app/features/rounds/reports.server.ts';
import { createRound } from '../../app/features/rounds/drafting.server.ts';
import { moveRound } from '../../app/features/rounds/rounds.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { takeIn } from '../../app/platform/files/intake.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

/** A round that is open, one report of which waits to be received. */
export async function plantRound(app: App, { people, units }: Cast): Promise<{ round: string; form: string }> {
  const { appraiser, headOfAn } = people;
  const id = newId();
  const year = new Date().getFullYear();
  const typed = { ten: 'Báo cáo mẫu', ky: `${year}`, han: `${year + 1}-01-15` };
  const [form] = await latestForms(app.db);
  const formId = form?.id ?? '';
  await as(app, appraiser, (context) => createRound(context, { id, typed, formId, kinds: ['commune'] }));
  await as(app, appraiser, (context) => moveRound(context, { id, version: 1, move: 'open' }));
  const place = { roundId: id, unitId: units.communeAn };
  const written = { ...place, version: 0, typed: () => 'Nội dung mẫu' };
  await as(app, headOfAn, (context) => writeReport(context, written));
  await as(app, headOfAn, (context) => moveReport(context, { ...place, version: 1, move: 'sign' }));
  return { round: id, form: formId };
}

type Hidden = { readonly reportPaper: string; readonly draftForm: string; readonly draftRound: string };

/** A report that a unit is writing in the round open to everybody at work; a form and a round that are being made. */
export async function plantHiddenReports(app: App, { people, units }: Cast): Promise<Hidden> {
  const { officerOfBinh, appraiser } = people;
  const open = app.db.selectFrom('reporting_round').select('id').where('stage', '=', 'open');
  const { id: roundId } = await open.executeTakeFirstOrThrow();
  const place = { roundId, unitId: units.communeBinh };
  await as(app, officerOfBinh, (context) => writeReport(context, { ...place, version: 0, typed: () => 'zqReport' }));
  const store = openStore({ s3: undefined, dataDir: app.dataDir });
  const content = Buffer.from('zqReportFile');
  const file = expectOk(await takeIn({ name: 'zqReportFile.txt', content }, { store }));
  const reportPaper = newId();
  await as(app, officerOfBinh, (context) => attachPaper(context, { ...place, id: reportPaper, position: 15, file }));
  const draftForm = newId();
  const [from] = await latestForms(app.db);
  await as(app, appraiser, (context) => createForm(context, { id: draftForm, name: 'zqForm', from: from?.id ?? null }));
  const draftRound = newId();
  const typed = { ten: 'zqRound', ky: `${new Date().getFullYear()}`, han: `${new Date().getFullYear() + 1}-01-15` };
  const called = { id: draftRound, typed, formId: from?.id ?? '', kinds: ['commune'] };
  await as(app, appraiser, (context) => createRound(context, called));
  return { reportPaper, draftForm, draftRound };
}
