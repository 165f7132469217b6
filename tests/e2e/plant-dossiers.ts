/** Dossiers of one commune: a draft with a paper and a report, and one that was handed in. */
import { enterDossier } from '../../app/features/dossiers/drafting.server.ts';
import { attachPaper } from '../../app/features/dossiers/files.server.ts';
import { askLook } from '../../app/features/dossiers/looking-through.server.ts';
import type { OwnMove } from '../../app/features/dossiers/owners.ts';
import { moveDossier } from '../../app/features/dossiers/moving.server.ts';
import { addNominee } from '../../app/features/dossiers/nominees.server.ts';
import { writeReport } from '../../app/features/dossiers/reports.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedDossier } from '../dossiers.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, fileOf } from './plant.ts';

export type PlantedDossiers = Readonly<
  Record<
    | 'dossier'
    | 'sentDossier'
    | 'receivedDossier'
    | 'dossierNominee'
    | 'sentNominee'
    | 'receivedNominee'
    | 'dossierFile'
    | 'look',
    string
  >
>;

export async function plantDossiers(app: App, cast: Cast): Promise<PlantedDossiers> {
  const draft = await enterFor(app, cast, { word: 'zqDossier' });
  const sent = await enterFor(app, cast, { word: 'zqSentDossier' });
  const received = await receivedFor(app, cast, { word: 'zqSentDossier tiếp nhận' });
  const { officerOfBinh, headOfBinh } = cast.people;
  const file = await fileOf(app, 'zqDossierFile.txt');
  const dossierFile = newId();
  const paper = { attachmentId: dossierFile, dossierId: draft.id, nomineeId: null, paper: 'minutes', file } as const;
  await as(app, officerOfBinh, (context) => attachPaper(context, paper));
  await step(app, headOfBinh, sent.id, 'submit');
  const look = newId();
  await as(app, cast.people.appraiser, (context) => askLook(context, { id: look, dossierId: received.id }));
  return {
    look,
    dossier: draft.id,
    sentDossier: sent.id,
    dossierNominee: draft.nominee,
    sentNominee: sent.nominee,
    dossierFile,
    receivedDossier: received.id,
    receivedNominee: received.nominee,
  };
}

type Entered = { readonly id: string; readonly nominee: string };
type Given = { readonly word: string; readonly awardCode?: string };

/** Handed in and taken by whoever appraises. */
export async function receivedFor(app: App, cast: Cast, given: Given): Promise<Entered> {
  const entered = await enterFor(app, cast, given);
  await step(app, cast.people.headOfBinh, entered.id, 'submit');
  await step(app, cast.people.appraiser, entered.id, 'receive');
  return entered;
}

async function step(app: App, person: Person, id: string, move: OwnMove): Promise<void> {
  const row = app.db.selectFrom('dossier').where('id', '=', id).select('version');
  const { version } = await row.executeTakeFirstOrThrow();
  await as(app, person, (context) => moveDossier(context, { id, version, move, reason: 'Bản gốc nộp sau (mẫu)' }));
}

async function enterFor(
  app: App,
  { people, units }: Cast,
  { word, awardCode = 'bang-khen-tinh' }: Given,
): Promise<Entered> {
  const [id, nominee, holderId] = [newId(), newId(), newId()];
  const unitId = units.communeBinh;
  await app.db
    .insertInto('holder')
    .values({
      id: holderId,
      kind: 'person',
      name: 'Người Mẫu Được Đề Nghị',
      unit_id: unitId,
      source: 'thử',
      entered_at: new Date(),
    })
    .execute();
  const typed = typedDossier({ title: word, to: units.province, year: String(new Date().getFullYear()) });
  await as(app, people.officerOfBinh, (context) => enterDossier(context, { id, unitId, typed }));
  const proposed = {
    id: nominee,
    dossierId: id,
    holderId,
    awardCode,
    achievement: `${word} tóm tắt`,
  };
  await as(app, people.officerOfBinh, (context) => addNominee(context, proposed));
  const report = { nomineeId: nominee, version: 0, typed: { results: `${word} báo cáo` } };
  await as(app, people.officerOfBinh, (context) => writeReport(context, report));
  return { id, nominee };
}
