/** Initiatives of one commune: one that everybody may know, a draft with evidence, and those that are being reviewed. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import { recordAdoption } from '../../app/features/initiatives/adopting.server.ts';
import { enterInitiative } from '../../app/features/initiatives/drafting.server.ts';
import { attachToInitiative } from '../../app/features/initiatives/files.server.ts';
import type { InitiativeWay } from '../../app/features/initiatives/moving.server.ts';
import { moveInitiative } from '../../app/features/initiatives/moving.server.ts';
import { closePanel, givePoints, seatMember } from '../../app/features/initiatives/panel.server.ts';
import { panelsOf } from '../../app/features/initiatives/panels.server.ts';
import { addDocument } from '../../app/features/library/adding.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { takeIn } from '../../app/platform/files/intake.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { typedInitiative } from '../initiatives.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export type PlantedInitiatives = Readonly<
  Record<'initiative' | 'sentInitiative' | 'reviewedInitiative' | 'passedInitiative' | 'initiativeFile', string>
>;
type Known = Readonly<Record<'knownInitiative' | 'adoptedInitiative', string>>;

const day = (offset: number) => addDays(plainDateIn(new Date()), offset);

export async function plantKnownInitiatives(app: App, cast: Cast): Promise<Known> {
  const { officerOfBinh, officerOfAn, headOfAn, decidingAuthority } = cast.people;
  await plantGuidance(app, cast);
  const knownInitiative = await enter(app, cast, officerOfBinh, 'Mô hình mẫu ai cũng biết');
  await review(app, cast, knownInitiative, 'zqPanelRemark');
  await move(app, decidingAuthority, knownInitiative, 'recognise');
  const adoptedInitiative = await enter(app, cast, officerOfAn, 'Mô hình mẫu của xã khác', cast.units.communeAn);
  await review(app, cast, adoptedInitiative, '', headOfAn);
  await move(app, decidingAuthority, adoptedInitiative, 'recognise');
  return { knownInitiative, adoptedInitiative };
}

export async function plantInitiatives(app: App, cast: Cast, adoptedInitiative: string): Promise<PlantedInitiatives> {
  const { people, units } = cast;
  const { officerOfBinh, headOfBinh, appraiser, auditor } = people;
  const initiative = await enter(app, cast, officerOfBinh, 'zqInitiative');
  const store = openStore({ s3: undefined, dataDir: app.dataDir });
  const content = Buffer.from('zqInitiative');
  const file = expectOk(await takeIn({ name: 'zqInitiative.txt', content }, { store }));
  const initiativeFile = newId();
  await as(app, officerOfBinh, (context) =>
    attachToInitiative(context, { attachmentId: initiativeFile, id: initiative, file }),
  );
  const sentInitiative = await enter(app, cast, officerOfBinh, 'zqSentInitiative một');
  await move(app, headOfBinh, sentInitiative, 'submit');
  const reviewedInitiative = await enter(app, cast, officerOfBinh, 'zqSentInitiative hai');
  await move(app, headOfBinh, reviewedInitiative, 'submit');
  await move(app, appraiser, reviewedInitiative, 'review_at_province');
  for (const member of [auditor, appraiser]) await seat(app, appraiser, reviewedInitiative, member);
  const passedInitiative = await enter(app, cast, officerOfBinh, 'zqSentInitiative ba');
  await review(app, cast, passedInitiative, '');
  const adoption = { adoptionId: newId(), id: adoptedInitiative, unitId: units.communeBinh };
  const typed = { adoptedOn: day(-3), result: 'zqAdoption' };
  await as(app, officerOfBinh, (context) => recordAdoption(context, { ...adoption, typed }));
  return { initiative, sentInitiative, reviewedInitiative, passedInitiative, initiativeFile };
}

async function enter(app: App, { units }: Cast, by: Person, title: string, unitId = units.communeBinh) {
  const id = newId();
  const typed = typedInitiative({ title, year: String(new Date().getFullYear()) });
  const serves = { schemeCode: 'DA-07', criterionCode: null };
  await as(app, by, (context) => enterInitiative(context, { id, unitId, ...serves, typed }));
  return id;
}

async function move(app: App, by: Person, id: string, way: InitiativeWay): Promise<void> {
  const { version } = await app.db
    .selectFrom('initiative')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const decision = { number: '9/QĐ-UBND', date: day(-1), scope: '' };
  await as(app, by, (context) => moveInitiative(context, { id, version, move: way, decision }));
}

async function seat(app: App, by: Person, id: string, { personId }: Person): Promise<void> {
  const [panel] = await panelsOf(app.db, id);
  await as(app, by, (context) => seatMember(context, { id, personId, version: panel?.version ?? 0 }));
}

/** Submitted, given good points by two, closed. */
async function review(app: App, { people }: Cast, id: string, remark: string, head = people.headOfBinh): Promise<void> {
  const { appraiser, auditor, decidingAuthority } = people;
  await move(app, head, id, 'submit');
  await move(app, appraiser, id, 'review_at_province');
  for (const member of [auditor, decidingAuthority]) {
    await seat(app, appraiser, id, member);
    const typed = (position: number) => ['28', '35', '25'][position - 1] ?? '';
    await as(app, member, (context) => givePoints(context, { id, typed, remark, hasInterest: false }));
  }
  const [panel] = await panelsOf(app.db, id);
  await as(app, appraiser, (context) => closePanel(context, { id, version: panel?.version ?? 0 }));
}

/** In the library: read by whoever is signed in. */
async function plantGuidance(app: App, { people }: Cast): Promise<void> {
  const words = { title: 'zqGuidance', kind: 'guidance', number: '12/HD-MAU', issuer: 'Sở Mẫu', state: 'read' };
  const fields = { ...words, source: 'Bản mẫu', body: 'Điều 1. zqGuidance\nNội dung mẫu.' };
  await as(app, people.appraiser, (context) =>
    addDocument(context, { id: newId(), fields, isPublic: false, file: undefined }),
  );
}
