/** What the page of one initiative can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../platform/id.server.ts';
import { moveAdoption, recordAdoption } from './adopting.server.ts';
import { attachToInitiative } from './files.server.ts';
import type { InitiativeWay } from './moving.server.ts';
import { moveInitiative } from './moving.server.ts';
import { closePanel, seatMember, unseatMember } from './panel.server.ts';
import { notAuthorField } from './text.ts';

const ways = [
  'submit',
  'recall',
  'withdraw',
  'return',
  'review_at_unit',
  'review_at_province',
  'recognise',
  'refuse',
  'raise',
  'decline',
] as const satisfies readonly InitiativeWay[];
const others = [
  'attach',
  'seat',
  'unseat',
  'close',
  'adopt',
  'adopt-verify',
  'adopt-return',
  'adopt-withdraw',
] as const;
export type InitiativeDeed = InitiativeWay | (typeof others)[number];

export function deedIn(fields: Fields): InitiativeDeed | undefined {
  return [...ways, ...others].find((each) => each === fields['viec']);
}

type Done = Result<{ readonly id: string }>;

export async function doOnInitiative(
  edge: Edge,
  id: string,
  { fields, uploads }: Pick<Typed, 'fields' | 'uploads'>,
  act: typeof actAtEdge,
): Promise<Done> {
  const deed = deedIn(fields);
  if (deed === undefined) return refuse({ kind: 'not_there' });
  const file = deed === 'attach' ? await uploadIn(edge.services, uploads) : undefined;
  if (file && !file.ok) return file;
  return act<{ readonly id: string }, Refusal>(edge, (context) =>
    carryOut(context, { id, deed, fields, file: file?.value }),
  );
}

type Order = {
  readonly id: string;
  readonly deed: InitiativeDeed;
  readonly fields: Fields;
  readonly file: KeptFile | undefined;
};

async function carryOut(context: Context, { id, deed, fields, file }: Order): Promise<Done> {
  const version = versionIn(fields);
  const personId = askedId(fields['nguoi']);
  switch (deed) {
    case 'attach':
      return file ? attachToInitiative(context, { attachmentId: newId(), id, file }) : refuse({ kind: 'empty_file' });
    case 'seat':
      return seatMember(context, { id, personId, version });
    case 'unseat':
      return unseatMember(context, { id, personId, version });
    case 'close':
      return closePanel(context, { id, version });
    case 'adopt':
      return recordAdoption(context, {
        adoptionId: mintedId(fields['ma']),
        id,
        unitId: askedId(fields['don-vi']),
        typed: fields,
      });
    case 'adopt-verify':
    case 'adopt-return':
    case 'adopt-withdraw': {
      const move = adoptionMove[deed];
      const adoptionId = askedId(fields['ma']);
      const reason = fields[`ly-do-${adoptionId}`] ?? null;
      return moveAdoption(context, { id, adoptionId, version, move, reason });
    }
    case 'submit':
    case 'recall':
    case 'withdraw':
    case 'return':
    case 'review_at_unit':
    case 'review_at_province':
    case 'recognise':
    case 'refuse':
    case 'raise':
    case 'decline': {
      const moved = await moveInitiative(context, {
        id,
        version,
        move: deed,
        reason: fields['ly-do'] ?? null,
        isNoAuthor: fields[notAuthorField] === 'on',
        decision: fields,
      });
      return moved.ok ? ok({ id }) : moved;
    }
  }
}

const adoptionMove = { 'adopt-verify': 'verify', 'adopt-return': 'return', 'adopt-withdraw': 'withdraw' } as const;
