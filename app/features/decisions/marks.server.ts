/**
 * Where the marks stand (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.d, II.8.a): the hand in the middle between office and name, the seal over a
 * third of it from the left. Pictures come from `signing_identity`; without one a plain mark with name and time.
 */
import type { Context } from '../../platform/command.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { Mark } from '../../platform/signing/signer.ts';
import type { DecisionRow } from './case.server.ts';
import { markText } from './marks.text.ts';

const mm = (count: number) => (count * 72) / 25.4;
const sheetHeight = mm(297);
/** Ours, where there is no picture: a hand of 50 × 20 mm; a seal of 36 mm, which no source at hand lays down. */
const plain = { person: { width: 50, height: 20 }, seal: { width: 36, height: 36 } } as const;

type Size = { readonly width: number; readonly height: number };
type Known =
  | { readonly picture: Buffer | null; readonly width: number | null; readonly height: number | null }
  | undefined;

export async function markFor(
  context: Context,
  services: Services,
  { decision, part }: { readonly decision: DecisionRow; readonly part: 'person' | 'seal' },
): Promise<Mark & { readonly name: string }> {
  const { actor } = context;
  if (!decision.signPlace || actor.kind !== 'person') throw new Error('no place for the mark');
  const hand = await identityOf(context, { person_id: actor.personId });
  const seal = await identityOf(context, { unit_id: decision.unitId });
  const own = sizeOf(part === 'person' ? hand : seal, part);
  const handWidth = part === 'person' ? own.width : plain.person.width;
  const { page, x, y } = decision.signPlace;
  const middle = { x, y: sheetHeight - y };
  // The seal's right edge lies a third into the hand.
  const left = part === 'person' ? middle.x - mm(own.width) / 2 : middle.x - mm(handWidth) / 6 - mm(own.width);
  const box = { page, x: left, y: middle.y - mm(own.height) / 2, width: mm(own.width), height: mm(own.height) };
  const isTrial = services.config.signing.mode === 'development';
  const name = part === 'person' ? actor.name : decision.content.issuer;
  const picture = (part === 'person' ? hand : seal)?.picture ?? undefined;
  return {
    name,
    box,
    colour: part === 'person' ? 'blue' : 'red',
    shape: part === 'person' ? 'box' : 'seal',
    picture,
    lines: part === 'person' ? markText.person(name, context.now, isTrial) : markText.seal(name, isTrial),
  };
}

function sizeOf(known: Known, part: 'person' | 'seal'): Size {
  return known?.picture && known.width && known.height ? { width: known.width, height: known.height } : plain[part];
}

async function identityOf(
  { tx }: Context,
  of: { readonly person_id: string } | { readonly unit_id: string },
): Promise<Known> {
  const query = tx
    .selectFrom('signing_identity')
    .select(['picture', 'picture_width_mm as width', 'picture_height_mm as height']);
  return 'person_id' in of
    ? query.where('person_id', '=', of.person_id).executeTakeFirst()
    : query.where('unit_id', '=', of.unit_id).executeTakeFirst();
}
