/** A dossier with two nominees that lies before the chairman, where a decision begins; a decision that is being drafted, and one that was issued. */
import { makeCertificates } from '../../app/features/certificates/making.server.ts';
import { approveDecision, sendOn } from '../../app/features/decisions/approving.server.ts';
import { draftDecision, saveDecision } from '../../app/features/decisions/drafting.server.ts';
import { findDecisionRow } from '../../app/features/decisions/case.server.ts';
import { setMark } from '../../app/features/decisions/identities.server.ts';
import { issueDecision } from '../../app/features/decisions/issuing.server.ts';
import { runSigning } from '../../app/features/decisions/run-signing.server.ts';
import { decisionDesk } from '../../app/features/decisions/signing-desk.server.ts';
import { prepareSigning } from '../../app/features/decisions/signing.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { newId } from '../../app/platform/id.server.ts';
import { blueHand } from '../png.ts';
import { contextFor, system } from '../world.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, edgeOf } from './plant.ts';

export const dossierTitle = 'Về việc đề nghị tặng Bằng khen (mẫu)';
export const nominees = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'] as const;

type Deciding = {
  readonly unitId?: string;
  readonly code?: string;
  readonly awardCode?: string;
  readonly withReports?: boolean;
};

export async function plantDeciding(
  { db }: App,
  { people, units }: Cast,
  {
    unitId = units.communeAn,
    code = 'HS-26-MAUA-MAUB',
    awardCode = 'bang-khen-tinh',
    withReports = false,
  }: Deciding = {},
): Promise<string> {
  const [id, at] = [newId(), new Date()];
  const year = at.getFullYear();
  const by = { entered_by: people.officerOfAn.personId, entered_at: at };
  const paper = { paper_number: '12/TTr-UBND', paper_date: `${year}-01-02` };
  const sent = { submitted_by: people.headOfAn.personId, submitted_at: at, ...paper };
  const way = { unit_id: unitId, to_unit_id: units.province, route: 'territory', kind: 'merit', simplified: 'a' };
  const now = { stage: 'deciding', stage_since: at, received_on: `${year}-01-02` };
  await db
    .insertInto('dossier')
    .values({ id, code, title: dossierTitle, year, stage: 'draft', stage_since: at, ...by, ...way })
    .execute();
  for (const [position, name] of nominees.entries()) {
    const holderId = newId();
    const holder = { id: holderId, kind: 'person', name, unit_id: unitId, source: 'thử', entered_at: at };
    await db.insertInto('holder').values(holder).execute();
    const nominee = { id: newId(), dossier_id: id, holder_id: holderId, award_code: awardCode, position };
    await db
      .insertInto('nominee')
      .values({ ...nominee, achievement: 'Việc mẫu' })
      .execute();
    if (!withReports) continue;
    const sections = JSON.stringify({ background: 'Mẫu', duty: 'Mẫu', results: 'Mẫu', conduct: 'Mẫu' });
    const written = { written_by: people.officerOfAn.personId, written_at: at };
    await db
      .insertInto('nominee_report')
      .values({ nominee_id: nominee.id, form: 'person_merit', sections, ...written })
      .execute();
  }
  // A list that was handed in is closed: so the stage comes last.
  await db
    .updateTable('dossier')
    .set({ ...sent, ...now })
    .where('id', '=', id)
    .execute();
  return id;
}

export type DraftedDecision = Readonly<Record<'draftDecision' | 'decisionLine', string>>;
/** Of whoever decides: nobody but them and whoever looks after the product sees it before it is on a paper. */
export async function plantHand(app: App, { people: { decidingAuthority } }: Cast): Promise<{ readonly hand: string }> {
  const owner = { kind: 'person', id: decidingAuthority.personId } as const;
  const picture = { bytes: blueHand, width: 50 };
  const order = { owner, picture, credentialId: '', fromDay: plainDateIn(new Date()), seen: '' };
  const { id } = await as(app, decidingAuthority, (context) => setMark(context, order));
  return { hand: id };
}

export type IssuedDecision = Readonly<Record<'decision' | 'certificateCode', string>>;

/** Of people of the commune whose rows are hidden. */
export async function plantDraftDecision(app: App, cast: Cast): Promise<DraftedDecision> {
  const of = { unitId: cast.units.communeBinh, code: 'HS-26-MAUC-MAUD' };
  const id = await draft(app, cast, [await plantDeciding(app, cast, of)], 'zqDecision');
  const line = app.db.selectFrom('decision_line').select('id').where('decision_id', '=', id).orderBy('position');
  return { draftDecision: id, decisionLine: (await line.executeTakeFirstOrThrow()).id };
}

async function draft(app: App, { people }: Cast, dossierIds: readonly string[], merit: string): Promise<string> {
  const id = newId();
  await as(app, people.appraiser, (context) => draftDecision(context, { id, dossierIds }));
  const typed = { ...(await row(app, id)).content, merit, signer: 'Người Mẫu Chủ Tịch' };
  await as(app, people.appraiser, (context) => saveDecision(context, { id, version: 1, typed }));
  return id;
}

/** Signed by trial keys; what it publishes everybody reads, and its certificate stands behind its code. */
export async function plantIssuedDecision(app: App, cast: Cast): Promise<IssuedDecision> {
  const { appraiser, decidingAuthority } = cast.people;
  const { services } = edgeOf(app, appraiser);
  const id = await draft(app, cast, [await plantDeciding(app, cast)], 'đã có thành tích xuất sắc (mẫu)');
  const asked = async () => ({ id, version: (await row(app, id)).version });
  const submitted = await asked();
  await as(app, appraiser, (context) => sendOn(context, submitted, 'submit'));
  const approved = await asked();
  await as(app, decidingAuthority, (context) => approveDecision(context, services, approved));
  for (const [part, by] of [
    ['person', decidingAuthority],
    ['seal', appraiser],
  ] as const) {
    const order = { ...(await asked()), part, desk: decisionDesk };
    const signing = await as(app, by, (context) => prepareSigning(context, services, order));
    expectOk(await runSigning(edgeOf(app, by), { desk: decisionDesk, signing }));
  }
  const issued = await asked();
  await as(app, appraiser, (context) => issueDecision(context, issued));
  await app.appDb.transaction().execute((tx) => makeCertificates(contextFor(tx, system, new Date()), id));
  const code = app.db.selectFrom('certificate').select('code').where('decision_id', '=', id);
  return { decision: id, certificateCode: (await code.executeTakeFirstOrThrow()).code };
}

async function row(app: App, id: string) {
  const found = await findDecisionRow(app.appDb, system, id);
  if (!found) throw new Error(`there is no decision ${id}`);
  return found;
}
