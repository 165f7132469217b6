/** What the page of one revocation can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import { attachToRevocation } from './files.server.ts';
import { moveRevocation, revocationWays } from './moving.server.ts';
import { returnItem } from './recalling.server.ts';

const deeds = [...revocationWays, 'attach', 'recall'] as const;
export type RevocationDeed = (typeof deeds)[number];
export const deedIn = (fields: Fields): RevocationDeed | undefined => deeds.find((each) => each === fields['viec']);

type Done = Result<{ readonly id: string }>;

export async function doOnRevocation(
  edge: Edge,
  id: string,
  { fields, uploads }: Pick<Typed, 'fields' | 'uploads'>,
  act: typeof actAtEdge,
): Promise<Done> {
  const deed = deedIn(fields);
  if (deed === undefined) return refuse({ kind: 'not_there' });
  const file = deed === 'attach' ? await uploadIn(edge.services, uploads) : undefined;
  if (file && !file.ok) return file;
  const order = { id, deed, fields, file: file?.value };
  return act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, order));
}

type Order = {
  readonly id: string;
  readonly deed: RevocationDeed;
  readonly fields: Fields;
  readonly file: KeptFile | undefined;
};

async function carryOut(context: Context, { id, deed, fields, file }: Order): Promise<Done> {
  const version = versionIn(fields);
  switch (deed) {
    case 'attach':
      return file ? attachToRevocation(context, { attachmentId: newId(), id, file }) : refuse({ kind: 'empty_file' });
    case 'recall':
      return returnItem(context, { id, itemId: askedId(fields['khoan']), version, typed: fields });
    case 'propose':
    case 'withdraw':
    case 'appraise':
    case 'return':
    case 'decide':
    case 'enter_decision':
    case 'refuse':
    case 'restore':
      return moveRevocation(context, { id, version, move: deed, reason: fields['ly-do'] ?? '', typed: fields });
  }
}
