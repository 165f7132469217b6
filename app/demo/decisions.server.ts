/**
 * Three decisions of the story, all the way: proposed by the simplified procedure, decided, signed and sealed with the trial keys of this
 * installation, issued, with their certificates.
 */
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { makeCertificates } from '../features/certificates/making.server.ts';
import { renderPdf } from '../platform/print/pdf.server.ts';
import { annexDesk } from '../features/decisions/annex-desk.server.ts';
import { addAnnex, annexesOf, readAnnex } from '../features/decisions/annexes.server.ts';
import { approveDecision, sendOn } from '../features/decisions/approving.server.ts';
import { draftDecision } from '../features/decisions/drafting.server.ts';
import { issueDecision } from '../features/decisions/issuing.server.ts';
import { runSigning } from '../features/decisions/run-signing.server.ts';
import { decisionDesk } from '../features/decisions/signing-desk.server.ts';
import type { SigningDesk } from '../features/decisions/signing.server.ts';
import { prepareSigning } from '../features/decisions/signing.server.ts';
import { enterDossier } from '../features/dossiers/drafting.server.ts';
import { moveDossier } from '../features/dossiers/moving.server.ts';
import type { OwnMove } from '../features/dossiers/owners.ts';
import { nominateNew } from '../features/dossiers/nominating.server.ts';
import type { Person } from '../kernel/actor.ts';
import type { Context } from '../platform/command.server.ts';
import { concludeAll, leave, versionOf } from './appraising.server.ts';
import { decisionWords as said, toldDecisions } from './decisions.text.ts';
import type { ToldDecision } from './decisions.text.ts';
import type { ToldNominee } from './dossiers.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play, servicesAt } from './stage.server.ts';

export async function playDecisions(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, ward, commune] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (!department || !ward || !commune) return;
  const places = { department, ward, commune };
  for (const [at, told] of toldDecisions.entries()) {
    const dossierId = await propose(stage, { at, told, place: places[told.unit] });
    const attached = at === 0 ? told.nominees : [];
    await decide(stage, { dossierId, day: addDays(stage.today, -12 + at * 3), attached });
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
  await concludeAll(stage, { dossierId: id, at: instantOf(day, 11), by: appraiser });
  await leave(stage, { dossierId: id, move: 'to_authority', at: instantOf(day, 15), by: appraiser });
  return id;
}

type Taken = { readonly id: string; readonly move: OwnMove; readonly at: Date; readonly by: Person };

async function take(stage: Stage, { id, move, at, by }: Taken): Promise<void> {
  await play(stage, { at, by }, async (context) => {
    expectOk(await moveDossier(context, { id, version: await versionOf(context, id), move }));
  });
}

type Deciding = {
  readonly dossierId: string;
  readonly day: string;
  /** Of whom a table comes with the decision, in a file of its own. */
  readonly attached: readonly ToldNominee[];
};

async function decide(stage: Stage, { dossierId, day, attached }: Deciding): Promise<void> {
  const id = newId();
  const code = stage.province.code;
  const [appraiser, authority] = [personOf(stage, 'appraiser', code), personOf(stage, 'deciding_authority', code)];
  const at = (hour: number) => ({ at: instantOf(day, hour) });
  await play(stage, { ...at(8), by: appraiser }, async (context) =>
    expectOk(await draftDecision(context, { id, dossierIds: [dossierId] })),
  );
  if (attached.length > 0) await attachTable(stage, { id, at: instantOf(day, 8), of: attached });
  await play(stage, { ...at(9), by: appraiser }, async (context) =>
    expectOk(await sendOn(context, await asked(context, id), 'submit')),
  );
  await play(stage, { ...at(10), by: authority }, async (context) =>
    expectOk(await approveDecision(context, stage.services, await asked(context, id))),
  );
  const paper = { desk: decisionDesk, id };
  await signPaper(stage, { ...paper, part: 'person', at: instantOf(day, 11), by: authority });
  const sealed = { part: 'seal', at: instantOf(day, 14), by: appraiser } as const;
  for (const annex of await annexesOf(stage.services.db, id))
    await signPaper(stage, { desk: annexDesk, id: annex.id, ...sealed });
  await signPaper(stage, { ...paper, ...sealed });
  await play(stage, { ...at(15), by: appraiser }, async (context) =>
    expectOk(await issueDecision(context, await asked(context, id))),
  );
  await play(stage, { ...at(16), by: { kind: 'system', name: 'job' } }, (context) => makeCertificates(context, id));
}

type Table = { readonly id: string; readonly at: Date; readonly of: readonly ToldNominee[] };

async function attachTable(stage: Stage, { id, at, of }: Table): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const bytes = expectOk(await renderPdf(said.table(of), at));
  const upload = { field: 'tep', name: 'bang-tong-hop-mau.pdf', bytes };
  const annex = expectOk(await readAnnex(servicesAt(stage, at), { name: said.tableName, uploads: [upload] }));
  await play(stage, { at, by }, async (context) =>
    expectOk(await addAnnex(context, stage.services, { ...(await asked(context, id)), annexId: newId(), annex })),
  );
}

async function asked({ tx }: Context, id: string) {
  return tx.selectFrom('decision').select(['id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
}

type Signed = {
  readonly desk: SigningDesk;
  readonly id: string;
  readonly part: 'person' | 'seal';
  readonly at: Date;
  readonly by: Person;
};

/** With the trial keys of this installation. */
export async function signPaper(stage: Stage, { desk, id, part, at, by }: Signed): Promise<void> {
  const services = servicesAt(stage, at);
  const signing = await play(stage, { at, by }, async (context) => {
    const { version = 0 } = (await desk.lock(context, id)) ?? {};
    return expectOk(await prepareSigning(context, services, { desk, id, version, part }));
  });
  expectOk(await runSigning({ services, actor: by, via: 'setup', address: null }, { desk, signing }));
}
