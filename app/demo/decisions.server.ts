/**
 * Three decisions of the story, all the way: proposed by the simplified procedure, decided, signed and sealed with the trial keys of this
 * installation, issued, with their certificates.
 */
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { makeCertificates } from '../features/certificates/making.server.ts';
import { approveDecision, sendOn } from '../features/decisions/approving.server.ts';
import { draftDecision } from '../features/decisions/drafting.server.ts';
import { issueDecision } from '../features/decisions/issuing.server.ts';
import { runSigning } from '../features/decisions/run-signing.server.ts';
import { prepareSigning } from '../features/decisions/signing.server.ts';
import { enterDossier } from '../features/dossiers/drafting.server.ts';
import type { DossierWay } from '../features/dossiers/moving.server.ts';
import { moveDossier } from '../features/dossiers/moving.server.ts';
import { nominateNew } from '../features/dossiers/nominating.server.ts';
import type { Person } from '../kernel/actor.ts';
import type { Context } from '../platform/command.server.ts';
import { decisionWords as said, toldDecisions } from './decisions.text.ts';
import type { ToldDecision } from './decisions.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play, servicesAt } from './stage.server.ts';

export async function playDecisions(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, ward, commune] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (!department || !ward || !commune) return;
  const places = { department, ward, commune };
  for (const [at, told] of toldDecisions.entries()) {
    const dossierId = await propose(stage, { at, told, place: places[told.unit] });
    await decide(stage, { dossierId, day: addDays(stage.today, -12 + at * 3) });
  }
}

type One = { readonly at: number; readonly told: ToldDecision; readonly place: Place };

async function propose(stage: Stage, { at, told, place }: One): Promise<string> {
  const id = newId();
  const day = addDays(stage.today, -16 + at * 3);
  const [officer, head] = [personOf(stage, 'officer', place.code), personOf(stage, 'head', place.code)];
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const paper = { paperNumber: said.paperNumber(at), paperDate: day };
  const typed = {
    ...told.typed,
    ...paper,
    year: stage.today.slice(0, 4),
    to: stage.province.id,
    route: 'territory',
  };
  await play(stage, { at: instantOf(day, 8), by: officer }, async (context) => {
    expectOk(await enterDossier(context, { id, unitId: place.id, typed }));
    for (const { kind: holder, name, position = '', gender = '', award, achievement } of told.nominees) {
      const more: Readonly<Record<string, string>> =
        holder === 'person' ? { position, gender, leader: 'no', direct: 'yes' } : {};
      const who = { holderId: newId(), unitId: place.id, typed: { kind: holder, name, source: said.source, ...more } };
      const proposed = { id: newId(), dossierId: id, awardCode: award, achievement };
      expectOk(await nominateNew(context, stage.services.seal, { ...who, ...proposed }));
    }
  });
  await take(stage, { id, move: 'submit', at: instantOf(day, 9), by: head });
  await take(stage, { id, move: 'receive', at: instantOf(day, 10), by: appraiser });
  await take(stage, { id, move: 'to_authority', at: instantOf(day, 15), by: appraiser });
  return id;
}

type Taken = { readonly id: string; readonly move: DossierWay; readonly at: Date; readonly by: Person };

async function take(stage: Stage, { id, move, at, by }: Taken): Promise<void> {
  await play(stage, { at, by }, async (context) => {
    const { version } = await context.tx
      .selectFrom('dossier')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expectOk(await moveDossier(context, { id, version, move }));
  });
}

async function decide(
  stage: Stage,
  { dossierId, day }: { readonly dossierId: string; readonly day: string },
): Promise<void> {
  const id = newId();
  const code = stage.province.code;
  const [appraiser, authority] = [personOf(stage, 'appraiser', code), personOf(stage, 'deciding_authority', code)];
  const at = (hour: number) => ({ at: instantOf(day, hour) });
  await play(stage, { ...at(8), by: appraiser }, async (context) =>
    expectOk(await draftDecision(context, { id, dossierIds: [dossierId] })),
  );
  await play(stage, { ...at(9), by: appraiser }, async (context) =>
    expectOk(await sendOn(context, await asked(context, id), 'submit')),
  );
  await play(stage, { ...at(10), by: authority }, async (context) =>
    expectOk(await approveDecision(context, stage.services, await asked(context, id))),
  );
  await sign(stage, { id, part: 'person', at: instantOf(day, 11), by: authority });
  await sign(stage, { id, part: 'seal', at: instantOf(day, 14), by: appraiser });
  await play(stage, { ...at(15), by: appraiser }, async (context) =>
    expectOk(await issueDecision(context, await asked(context, id))),
  );
  await play(stage, { ...at(16), by: { kind: 'system', name: 'job' } }, (context) => makeCertificates(context, id));
}

async function asked({ tx }: Context, id: string) {
  return tx.selectFrom('decision').select(['id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
}

type Signed = { readonly id: string; readonly part: 'person' | 'seal'; readonly at: Date; readonly by: Person };

async function sign(stage: Stage, { id, part, at, by }: Signed): Promise<void> {
  const services = servicesAt(stage, at);
  const signing = await play(stage, { at, by }, async (context) =>
    expectOk(await prepareSigning(context, services, { ...(await asked(context, id)), part })),
  );
  expectOk(await runSigning({ services, actor: by, via: 'setup', address: null }, signing));
}
