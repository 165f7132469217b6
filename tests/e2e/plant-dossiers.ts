/** Dossiers of one commune: a draft with a paper and a report, and one that was handed in. */
import { enterDossier } from '../../app/features/dossiers/drafting.server.ts';
import { attachPaper } from '../../app/features/dossiers/files.server.ts';
import type { DossierWay } from '../../app/features/dossiers/moving.server.ts';
import { moveDossier } from '../../app/features/dossiers/moving.server.ts';
import { addNominee } from '../../app/features/dossiers/nominees.server.ts';
import { writeReport } from '../../app/features/dossiers/reports.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { takeIn } from '../../app/platform/files/intake.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedDossier } from '../dossiers.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export type PlantedDossiers = Readonly<
  Record<
    | 'dossier'
    | 'sentDossier'
    | 'receivedDossier'
    | 'dossierNominee'
    | 'sentNominee'
    | 'receivedNominee'
    | 'dossierFile',
    string
  >
>;

export async function plantDossiers(app: App, cast: Cast): Promise<PlantedDossiers> {
  const draft = await enter(app, cast, 'zqDossier');
  const sent = await enter(app, cast, 'zqSentDossier');
  const received = await enter(app, cast, 'zqSentDossier tiếp nhận');
  const { officerOfBinh, headOfBinh, appraiser } = cast.people;
  const store = openStore({ s3: undefined, dataDir: app.dataDir });
  const content = Buffer.from('zqDossierFile');
  const file = expectOk(await takeIn({ name: 'zqDossierFile.txt', content }, { store }));
  const dossierFile = newId();
  const paper = { attachmentId: dossierFile, dossierId: draft.id, nomineeId: null, paper: 'minutes', file } as const;
  await as(app, officerOfBinh, (context) => attachPaper(context, paper));
  for (const { id } of [sent, received]) await step(app, headOfBinh, id, 'submit');
  await step(app, appraiser, received.id, 'receive');
  return {
    dossier: draft.id,
    sentDossier: sent.id,
    dossierNominee: draft.nominee,
    sentNominee: sent.nominee,
    dossierFile,
    receivedDossier: received.id,
    receivedNominee: received.nominee,
  };
}

async function step(app: App, person: Person, id: string, move: DossierWay): Promise<void> {
  const row = app.db.selectFrom('dossier').where('id', '=', id).select('version');
  const { version } = await row.executeTakeFirstOrThrow();
  await as(app, person, (context) => moveDossier(context, { id, version, move }));
}

async function enter(app: App, { people, units }: Cast, word: string) {
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
    awardCode: 'bang-khen-tinh',
    achievement: `${word} tóm tắt`,
  };
  await as(app, people.officerOfBinh, (context) => addNominee(context, proposed));
  const report = { nomineeId: nominee, version: 0, typed: { results: `${word} báo cáo` } };
  await as(app, people.officerOfBinh, (context) => writeReport(context, report));
  return { id, nominee };
}
