/** What the page of a session can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { concludeSession } from './concluding.server.ts';
import { countPolls } from './counting.server.ts';
import { declareInterest } from './interest.server.ts';
import type { SessionWay } from './moving.server.ts';
import { moveSession, remindMembers } from './moving.server.ts';
import { annulPolls, openPolls } from './polls.server.ts';

const ways = ['call', 'cancel', 'open', 'suspend', 'resume', 'close'] as const satisfies readonly SessionWay[];
const others = ['conclude', 'poll', 'count', 'annul', 'remind', 'declare'] as const;
export type SessionDeed = SessionWay | (typeof others)[number];

export function deedIn(fields: Fields): SessionDeed | undefined {
  return [...ways, ...others].find((each) => each === fields['viec']);
}

export type DeedRefusal = { readonly kind: 'no_item_chosen' };
type Done = Result<{ readonly id: string }>;
type Order = { readonly id: string; readonly fields: Fields; readonly many: (name: string) => readonly string[] };

export async function doOnSession(edge: Edge, { id, fields, many }: Order, act: typeof actAtEdge): Promise<Done> {
  const deed = deedIn(fields);
  const reason = fields['reason'] ?? '';
  const version = versionIn(fields);
  switch (deed) {
    case undefined:
      return refuse(notThere);
    case 'poll':
    case 'count':
    case 'annul':
      return onItems(edge, { id, deed, reason, itemIds: many('items').filter(isId) }, act);
    case 'conclude':
      return act<{ readonly id: string }, Refusal>(edge, (context) => concludeSession(context, { id, version }));
    case 'remind':
      return act<{ readonly id: string }, Refusal>(edge, (context) => remindMembers(context, id));
    case 'declare':
      return act<{ readonly id: string }, Refusal>(edge, (context) =>
        declareInterest(context, { id, itemId: fields['items'] ?? '', note: reason }),
      );
    case 'call':
    case 'cancel':
    case 'open':
    case 'suspend':
    case 'resume':
    case 'close':
      return act<{ readonly id: string }, Refusal>(edge, (context) =>
        moveSession(context, { id, version, move: deed, reason }),
      );
  }
}

type OnItems = { readonly id: string; readonly deed: 'poll' | 'count' | 'annul'; readonly reason: string } & {
  readonly itemIds: readonly string[];
};

/** On those items that the page named: what another secretary opened meanwhile is not counted along. */
async function onItems(edge: Edge, { id, deed, reason, itemIds }: OnItems, act: typeof actAtEdge): Promise<Done> {
  if (itemIds.length === 0) return refuse({ kind: 'no_item_chosen' });
  if (deed === 'poll') return openPolls(edge, { id, itemIds }, act);
  return deed === 'count' ? countPolls(edge, { id, itemIds }, act) : annulPolls(edge, { id, itemIds, reason }, act);
}

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);
