/** What the pages of a block's year can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import type { Seat } from '../organisation/block.ts';
import { isBlockPart } from '../organisation/block.ts';
import { declinePact } from './declining.server.ts';
import { recordDecision } from './decisions.server.ts';
import { attachToMeeting, moveMeeting, planMeeting } from './meetings.server.ts';
import type { PutHand } from './pact-hand.server.ts';
import { draftPact, movePact, renewPact } from './pacts.server.ts';
import { confirmRotation } from './rotation.server.ts';
import { signPact, takeBackSignature } from './signing.server.ts';
import { endStandIn, stateStandIn } from './standing-in.server.ts';
import { addAgreement, dropAgreement, reportAgreement, writeMinutes } from './writing.server.ts';

type Done = Result<{ readonly id: string }>;
type Act = typeof actAtEdge;
type InYear = { readonly blockId: string; readonly year: number };

export async function doDecision(edge: Edge, at: InYear, { fields, uploads }: Typed, act: Act): Promise<Done> {
  const file = uploads.length > 0 ? await uploadIn(edge.services, uploads) : ok(undefined);
  if (!file.ok) return file;
  const command = {
    ...at,
    id: mintedId(fields['ma']),
    version: versionIn(fields),
    parts: partsIn(fields),
    fields,
    file: file.value,
  };
  return act<{ readonly id: string }, Refusal>(edge, (context) => recordDecision(context, command));
}

export async function doRotation(edge: Edge, at: InYear, fields: Fields, act: Act): Promise<Done> {
  const command = { ...at, version: versionIn(fields), parts: partsIn(fields) };
  return act<{ readonly id: string }, Refusal>(edge, (context) => confirmRotation(context, command));
}

/** Fields `vai-<unit>`. */
export function partsIn(fields: Fields): readonly Seat[] {
  return Object.entries(fields).flatMap(([name, part]): readonly Seat[] => {
    const unitId = /^vai-(.+)$/.exec(name)?.[1];
    return unitId && isBlockPart(part) ? [{ unitId, part }] : [];
  });
}

export async function doInYear(edge: Edge, at: InYear, fields: Fields, act: Act): Promise<Done> {
  if (fields['viec'] === 'end_stand_in') {
    const command = { ...at, id: askedId(fields['ma']), version: versionIn(fields) };
    return act<{ readonly id: string }, Refusal>(edge, (context) => endStandIn(context, command));
  }
  const command = { ...at, id: mintedId(fields['ma']), fields };
  return act<{ readonly id: string }, Refusal>(edge, (context) => stateStandIn(context, command));
}

export async function doDraft(edge: Edge, at: InYear, fields: Fields, act: Act): Promise<Done> {
  return act<{ readonly id: string }, Refusal>(edge, (context) =>
    draftPact(context, { ...at, id: mintedId(fields['ma']), fields }),
  );
}

export async function doPlan(edge: Edge, at: InYear, fields: Fields, act: Act): Promise<Done> {
  return act<{ readonly id: string }, Refusal>(edge, (context) =>
    planMeeting(context, { ...at, id: mintedId(fields['ma']), fields }),
  );
}

export const pactDeeds = [
  'change',
  'open',
  'withdraw',
  'recall',
  'close',
  'renew',
  'sign',
  'take_back',
  'decline',
] as const;
export type PactDeed = (typeof pactDeeds)[number];

export async function doOnPact(
  edge: Edge,
  id: string,
  fields: Fields,
  act: Act,
): Promise<{ deed: PactDeed | undefined; result: Done }> {
  const deed = pactDeeds.find((each) => each === fields['viec']);
  const version = versionIn(fields);
  const result = await act<{ readonly id: string }, Refusal>(edge, async (context) => {
    switch (deed) {
      case undefined:
        return refuse({ kind: 'not_there' });
      case 'renew':
        return renewPact(context, { newId: mintedId(fields['ma']), id, version, fields });
      case 'sign':
        return signPact(context, handIn(id, fields));
      case 'decline':
        return declinePact(context, handIn(id, fields));
      case 'take_back':
        return takeBackSignature(context, { pactId: id, signatureId: fields['ma'] ?? '', fields });
      case 'change':
      case 'open':
      case 'withdraw':
      case 'recall':
      case 'close':
        return deed === 'change' && keepsTheirs(fields)
          ? ok({ id })
          : movePact(context, { id, version, move: deed, fields });
    }
  });
  return { deed, result };
}

function handIn(pactId: string, fields: Fields): PutHand {
  const [digest = '', unitId = ''] = [fields['digest'], fields['don-vi']];
  return { id: mintedId(fields['ma']), pactId, digest, unitId, fields };
}

export const meetingDeeds = [
  'change',
  'call',
  'cancel',
  'hold',
  'close',
  'attach',
  'write',
  'agree',
  'disagree',
  'report',
] as const;
export type MeetingDeed = (typeof meetingDeeds)[number];

export async function doOnMeeting(
  edge: Edge,
  id: string,
  { fields, uploads }: Typed,
  act: Act,
): Promise<{ deed: MeetingDeed | undefined; result: Done }> {
  const deed = meetingDeeds.find((each) => each === fields['viec']);
  const file = deed === 'attach' ? await uploadIn(edge.services, uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const version = versionIn(fields);
  const agreementId = mintedId(fields['ma']);
  const result = await act<{ readonly id: string }, Refusal>(edge, async (context) => {
    switch (deed) {
      case undefined:
        return refuse({ kind: 'not_there' });
      case 'attach':
        return file ? attachToMeeting(context, { id, file: file.value }) : refuse({ kind: 'empty_file' });
      case 'write':
        return keepsTheirs(fields) ? ok({ id }) : writeMinutes(context, { id, version, fields });
      case 'agree':
        return addAgreement(context, { id, agreementId, fields });
      case 'disagree':
        return dropAgreement(context, { id, agreementId });
      case 'report':
        return reportAgreement(context, { id, agreementId, version, fields });
      case 'change':
      case 'call':
      case 'cancel':
      case 'hold':
      case 'close':
        return deed === 'change' && keepsTheirs(fields)
          ? ok({ id })
          : moveMeeting(context, { id, version, move: deed, fields });
    }
  });
  return { deed, result };
}
