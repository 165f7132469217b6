/**
 * Sealing a decision as its page asks for it: every file attached to it first, then the decision itself, so that one that is sealed is whole. Whatever stops in
 * between, what was sealed stays and the next try goes on from there.
 */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { annexDesk } from './annex-desk.server.ts';
import { annexesOf } from './annexes.server.ts';
import type { Moved } from './opening.server.ts';
import { decisionDesk } from './signing-desk.server.ts';
import type { SigningOrder } from './signing-deeds.server.ts';
import { doSigning } from './signing-deeds.server.ts';

type Order = Omit<SigningOrder, 'desk'>;
type Sealed = Result<Moved | 'waiting', Refusal>;

export async function signDecision(edge: Edge, order: Order, act: typeof actAtEdge): Promise<Sealed> {
  const annexId = order.deed === 'hand' ? order.sent.fields['phu-luc'] : undefined;
  if (annexId) {
    const asked = { ...order.asked, id: askedId(annexId) };
    const taken = await doSigning(edge, { ...order, desk: annexDesk, asked }, act);
    return taken.ok ? sealAll(withoutKey(edge), { ...order, deed: 'seal' }, act) : taken;
  }
  return order.deed === 'seal' ? sealAll(edge, order, act) : doSigning(edge, { ...order, desk: decisionDesk }, act);
}

async function sealAll(edge: Edge, order: Order, act: typeof actAtEdge): Promise<Sealed> {
  const unsigned = (await annexesOf(edge.services.db, order.asked.id)).filter(({ signedHash }) => signedHash === null);
  let [at, isWaiting] = [edge, false];
  for (const { id } of unsigned) {
    const done = await doSigning(at, { ...order, desk: annexDesk, asked: { ...order.asked, id } }, act);
    if (!done.ok) return done;
    isWaiting ||= done.value === 'waiting';
    at = withoutKey(at);
  }
  return isWaiting ? ok('waiting') : doSigning(at, { ...order, desk: decisionDesk }, act);
}

/** The key of the request stood for the first command. */
function withoutKey({ deed: _spent, ...edge }: Edge): Edge {
  return edge;
}
