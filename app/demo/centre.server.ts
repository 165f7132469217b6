/**
 * Two dossiers of the story that the centre decides on: one sent, received and answered (one granted, one refused), one signed off with its
 * package whole, waiting to be sent. Their submission is signed with the trial keys of this installation.
 */
import type { Person } from '../kernel/actor.ts';
import { addDays, plainDateIn } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { takeIn } from '../platform/files/intake.server.ts';
import { newId } from '../platform/id.server.ts';
import { renderPdf } from '../platform/print/pdf.server.ts';
import { signDigest } from '../platform/signing/cms.server.ts';
import type { WhoSigns } from '../platform/signing/desk.server.ts';
import { signerFor, stamperFor } from '../platform/signing/desk.server.ts';
import { embed, prepare as prepareToSign } from '../platform/signing/prepare.server.ts';
import { packageOf, prepare } from '../features/centre/package.server.ts';
import { enterCentralResult } from '../features/centre/result.server.ts';
import { noteReceipt, sendPackage } from '../features/centre/sending.server.ts';
import { signOff } from '../features/centre/signing-off.server.ts';
import { centralSubmission } from '../features/centre/submission.text.ts';
import { attachPaper } from '../features/dossiers/files.server.ts';
import { minutesPaper } from '../features/dossiers/minutes.text.ts';
import type { PaperKind } from '../features/dossiers/papers.ts';
import { versionOf } from './appraising.server.ts';
import { centreWords as said, toldCentral } from './centre.text.ts';
import { playDossier } from './dossiers.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play, servicesAt } from './stage.server.ts';

/** As days before today, each when its dossier was written, so that its steps have passed. */
const begun = [-26, -12] as const;

export async function playCentre(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, , commune] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (!department || !commune) return;
  for (const [n, told] of toldCentral.entries()) {
    const before = begun[n] ?? -12;
    const id = await playDossier(stage, { at: (before + 26) / 2, told, place: commune, department });
    const day = addDays(stage.today, before + 4);
    await signedOff(stage, id, day);
    await complete(stage, id, day);
    if (n === 0) await answered(stage, id, day);
  }
}

const appraiserOf = (stage: Stage) => personOf(stage, 'appraiser', stage.province.code);
const authorityOf = (stage: Stage) => personOf(stage, 'deciding_authority', stage.province.code);

async function signedOff(stage: Stage, dossierId: string, day: PlainDate): Promise<void> {
  await play(stage, { at: instantOf(day, 9), by: authorityOf(stage) }, async (context) => {
    expectOk(await signOff(context, { dossierId, version: await versionOf(context, dossierId) }));
  });
}

/** The submission that was signed, and the minutes. */
async function complete(stage: Stage, id: string, day: PlainDate): Promise<void> {
  const at = instantOf(day, 14);
  const prepared = await preparedOf(stage, id, at);
  const paper = expectOk(await renderPdf(centralSubmission({ ...prepared.printed, ...prepared }), at));
  const minutes = expectOk(await renderPdf(minutesPaper(prepared.printed), at));
  await attach(stage, { id, at, paper: 'submission', name: said.submission, content: await signed(stage, paper, at) });
  await attach(stage, { id, at, paper: 'minutes', name: said.minutes, content: minutes });
}

async function preparedOf(stage: Stage, id: string, at: Date) {
  const prepared = await prepare(stage.services.db, appraiserOf(stage), id, at);
  if (!prepared) throw new Error('the dossier is not there for who appraises');
  return prepared;
}

/** By the chairman, then with the seal of the province. */
async function signed(stage: Stage, paper: Uint8Array, at: Date): Promise<Uint8Array> {
  const [by, services] = [authorityOf(stage), servicesAt(stage, at)];
  const { id, name: unit } = stage.province;
  const owners: readonly WhoSigns['owner'][] = [
    { kind: 'person', id: by.personId, name: by.name, unit },
    { kind: 'seal', id, name: unit },
  ];
  let pdf = paper;
  for (const owner of owners) {
    const prepared = await prepareToSign(pdf, { field: owner.kind, name: owner.name, at });
    const signer = await signerFor(services, { owner });
    if (!signer) throw new Error('the demonstration signs with trial keys');
    const cms = await signDigest(prepared.digest, signer, await stamperFor(services));
    pdf = expectOk(embed(prepared, cms));
  }
  return pdf;
}

type Attached = {
  readonly id: string;
  readonly at: Date;
  readonly paper: PaperKind;
  readonly name: string;
  readonly content: Uint8Array;
};

async function attach(stage: Stage, { id, at, paper, name, content }: Attached): Promise<void> {
  const file = expectOk(await takeIn({ name, content }, { store: stage.services.files }));
  await play(stage, { at, by: appraiserOf(stage) }, async (context) => {
    expectOk(await attachPaper(context, { attachmentId: newId(), dossierId: id, nomineeId: null, paper, file }));
  });
}

async function answered(stage: Stage, id: string, day: PlainDate): Promise<void> {
  const by = appraiserOf(stage);
  await send(stage, { id, at: instantOf(addDays(day, 1), 9), by });
  await play(stage, { at: instantOf(addDays(day, 3), 9), by }, async (context) => {
    const typed = { on: plainDateIn(context.now), receipt: said.receipt };
    expectOk(await noteReceipt(context, { dossierId: id, version: 1, typed }));
  });
  const [granted, refused] = (await preparedOf(stage, id, instantOf(day, 15))).printed.nominees;
  await play(stage, { at: instantOf(addDays(day, 18), 9), by }, async (context) => {
    const typed = {
      ...said.decision,
      on: addDays(day, 16),
      [`ket-qua-${granted?.id}`]: 'granted',
      [`ket-qua-${refused?.id}`]: 'refused',
      [`ly-do-${refused?.id}`]: said.refused,
    };
    expectOk(await enterCentralResult(context, { dossierId: id, version: await versionOf(context, id), typed }));
  });
}

type Sending = { readonly id: string; readonly at: Date; readonly by: Person };

async function send(stage: Stage, { id, at, by }: Sending): Promise<void> {
  const { services } = stage;
  const prepared = await preparedOf(stage, id, at);
  if (prepared.missing.length > 0) throw new Error(`the package lacks ${prepared.missing[0]?.kind}`);
  const { zip, manifest } = expectOk(await packageOf(services, prepared));
  const { hash } = expectOk(await services.files.put(zip));
  await play(stage, { at, by }, async (context) => {
    const typed = { ...said.sent, on: plainDateIn(at) };
    const file = { hash, size: zip.length };
    const version = await versionOf(context, id);
    expectOk(await sendPackage(context, { id: newId(), dossierId: id, version, typed, manifest, file }));
  });
}
