/** What the page of a dossier at the centre can be asked to do, one deed a form. */
import type { Person } from '../../kernel/actor.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { mintedId } from '../../platform/id.server.ts';
import type { UploadedFile } from '../../platform/files/multipart.server.ts';
import { attachUpload } from '../dossiers/attaching.server.ts';
import { packageOf, prepare } from './package.server.ts';
import { enterCentralResult } from './result.server.ts';
import { checkSubmissions } from './signed-submission.server.ts';
import { signOff } from './signing-off.server.ts';
import { noteReceipt, noteReturn, sendPackage } from './sending.server.ts';

const deeds = ['sign_off', 'attach', 'send', 'receipt', 'return', 'result'] as const;
export type CentreAct = (typeof deeds)[number];
export const deedIn = (fields: Fields): CentreAct | undefined => deeds.find((each) => each === fields['viec']);

type Order = {
  readonly person: Person;
  readonly dossierId: string;
  readonly fields: Fields;
  readonly uploads: readonly UploadedFile[];
};
type Done = Result<{ readonly id: string }>;

export async function doAtCentre(edge: Edge, order: Order, act: typeof actAtEdge): Promise<Done> {
  const { dossierId, fields, uploads } = order;
  const deed = deedIn(fields);
  const asked = { dossierId, version: versionIn(fields), typed: fields };
  switch (deed) {
    case undefined:
      return refuse({ kind: 'not_there' });
    case 'sign_off':
      return act<{ readonly id: string }, Refusal>(edge, (context) => signOff(context, asked));
    case 'attach':
      return attachUpload(edge, {
        attachmentId: mintedId(fields['ma']),
        dossierId,
        nomineeId: null,
        paper: 'submission',
        uploads,
      });
    case 'send':
      return send(edge, order, act);
    case 'receipt':
      return act<{ readonly id: string }, Refusal>(edge, (context) => noteReceipt(context, asked));
    case 'return':
      return act<{ readonly id: string }, Refusal>(edge, (context) => noteReturn(context, asked));
    case 'result':
      return act<{ readonly id: string }, Refusal>(edge, (context) => enterCentralResult(context, asked));
  }
}

/** The zip is made and kept before the line of the register is written: a line without its package cannot be. */
async function send(edge: Edge, { person, dossierId, fields }: Order, act: typeof actAtEdge): Promise<Done> {
  const { services } = edge;
  const prepared = await prepare(services.db, person, dossierId, services.clock());
  if (!prepared) return refuse({ kind: 'not_there' });
  if (prepared.isCut) return refuse({ kind: 'votes_not_yours' });
  if (prepared.missing.length > 0) return refuse({ kind: 'package_incomplete', missing: prepared.missing });
  const broken = (await checkSubmissions(services, prepared.submissions)).find(({ state }) => state === 'broken');
  if (broken) return refuse({ kind: 'submission_broken', name: broken.name });
  const made = await packageOf(services, prepared);
  if (!made.ok) return made;
  const { zip, manifest } = made.value;
  const kept = await services.files.put(zip);
  if (!kept.ok) return kept;
  const file = { hash: kept.value.hash, size: zip.length };
  const command = {
    id: mintedId(fields['ma']),
    dossierId,
    version: versionIn(fields),
    typed: fields,
    manifest,
    file,
  };
  return act<{ readonly id: string }, Refusal>(edge, (context) => sendPackage(context, command));
}
