/** The marks of a decision: pictures of hand and seal as they hold on the day (identities.server.ts), else plain ones with name and time. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { Mark } from '../../platform/signing/signer.ts';
import type { Identity } from './identities.server.ts';
import { identityOn } from './identities.server.ts';
import type { MarkPart, MarkSize } from './mark-place.ts';
import { cornerOf, plainSizes } from './mark-place.ts';
import type { PaperOf } from './numbering.server.ts';
import { paperColumn } from './numbering.server.ts';
import type { SignedPaper } from './signed-paper.server.ts';
import { markText } from './marks.text.ts';

const mm = (count: number) => (count * 72) / 25.4;
const sheetHeight = mm(297);

/** With whose name the signature claims to be. */
export type NamedMark = Mark & { readonly name: string };

export async function markFor(
  context: Context,
  services: Services,
  paper: SignedPaper,
  part: MarkPart,
): Promise<NamedMark> {
  const { actor, tx, now } = context;
  if (!paper.signPlace || actor.kind !== 'person') throw new Error('no place for the mark');
  const signer = part === 'person' ? actor.personId : await signedBy(context, paper.subject);
  const today = plainDateIn(now);
  const hand = await identityOn(tx, { kind: 'person', id: signer }, today);
  const seal = await identityOn(tx, { kind: 'unit', id: paper.unitId }, today);
  const own = sizeOf(part === 'person' ? hand : seal, part);
  const { page, x, y } = paper.signPlace;
  const corner = cornerOf(part, own, sizeOf(hand, 'person'));
  const left = { x: x + mm(corner.x), y: sheetHeight - y + mm(corner.y) };
  const isTrial = services.config.signing.mode === 'development';
  const name = part === 'person' ? actor.name : paper.issuer;
  return {
    name,
    box: { page, ...left, width: mm(own.width), height: mm(own.height) },
    colour: part === 'person' ? 'blue' : 'red',
    shape: part === 'person' ? 'box' : 'seal',
    picture: (part === 'person' ? hand : seal)?.picture ?? undefined,
    lines: part === 'person' ? markText.person(name, now, isTrial) : markText.seal(name, isTrial),
  };
}

function sizeOf(known: Identity | undefined, part: MarkPart): MarkSize {
  return known?.picture && known.width && known.height
    ? { width: known.width, height: known.height }
    : plainSizes[part];
}

/** Whose hand the seal goes over. */
async function signedBy({ tx }: Context, { kind, id }: PaperOf): Promise<string> {
  const { personId } = await tx
    .selectFrom('decision_signing')
    .select('person_id as personId')
    .where(paperColumn[kind], '=', id)
    .where('part', '=', 'person')
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow();
  return personId;
}
