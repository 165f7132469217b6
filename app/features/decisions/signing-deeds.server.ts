/** Signing as a page asks for it, of any paper that is signed: its steps are taken one after the other, outside of one transaction. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import type { Typed } from '../../platform/http.server.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import { takeReturned } from '../../platform/signing/hand-over.server.ts';
import { proven } from '../../platform/signing/prove.server.ts';
import { readPaper } from './keeping.server.ts';
import type { Asked, Moved } from './opening.server.ts';
import { runSigning } from './run-signing.server.ts';
import { partOfDeed } from './signed-paper.server.ts';
import type { Signing, SigningDesk } from './signing.server.ts';
import { completeSigning, prepareSigning } from './signing.server.ts';

/** `hand`: what was signed with a token is brought back. */
export const signingDeeds = ['sign', 'seal', 'hand'] as const;
export type SigningDeed = (typeof signingDeeds)[number];
export const isSigningDeed = (deed: string): deed is SigningDeed => signingDeeds.some((each) => each === deed);

export type SigningOrder = {
  readonly desk: SigningDesk;
  readonly deed: SigningDeed;
  readonly asked: Asked;
  readonly sent: Pick<Typed, 'fields' | 'uploads'>;
};

/** `waiting`: prepared, and signed by hand elsewhere. */
export function doSigning(
  edge: Edge,
  order: SigningOrder,
  act: typeof actAtEdge,
): Promise<Result<Moved | 'waiting', Refusal>> {
  return order.deed === 'hand' ? takeByHand(edge, order, act) : signNow(edge, order.deed, order, act);
}

async function signNow(
  edge: Edge,
  deed: 'sign' | 'seal',
  { desk, asked, sent: { fields } }: SigningOrder,
  act: typeof actAtEdge,
): Promise<Result<Moved | 'waiting', Refusal>> {
  const order = { ...asked, desk, part: partOfDeed[deed] };
  const prepared = await act<Signing, Refusal>(edge, (context) => prepareSigning(context, edge.services, order));
  if (!prepared.ok) return prepared;
  // The key of the request stood for the first of the two commands.
  const { deed: _spent, ...rest } = edge;
  const released = { pin: fields['mat-khau-khoa'] || undefined, otp: fields['otp'] || undefined };
  return runSigning(rest, { desk, signing: prepared.value, released });
}

async function takeByHand(
  edge: Edge,
  { desk, asked, sent: { uploads, fields } }: SigningOrder,
  act: typeof actAtEdge,
): Promise<Result<Moved, Refusal>> {
  const { services } = edge;
  const [upload] = uploads;
  if (!upload) return refuse({ kind: 'signature_wrong', because: 'signature_wrong' });
  const part = fields['phan'] === 'seal' ? 'seal' : 'person';
  const { deed: _spent, ...rest } = edge;
  const order = { ...asked, desk, part } as const;
  const found = await act<Signing, Refusal>(rest, (context) => prepareSigning(context, services, order));
  if (!found.ok) return found;
  const { preparedPaper, basePaper, range, id } = found.value;
  const [pdf, base] = await Promise.all([readPaper(services, preparedPaper), readPaper(services, basePaper)]);
  const trust = await trustOf(services);
  const taken = await takeReturned({
    prepared: { pdf, range },
    base,
    returned: upload.bytes,
    trust,
    now: services.clock(),
  });
  if (!taken.ok) return taken;
  const whole = await proven(services, taken.value.pdf);
  if (!whole.ok) return whole;
  return act<Moved, Refusal>(edge, (context) =>
    completeSigning(context, services, { desk, signingId: id, signed: whole.value }),
  );
}
