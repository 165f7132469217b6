/** What the page of progress and its files read, from the same address. */
import type { Edge } from '../../platform/command.server.ts';
import { askedOf } from '../organisation/day-asked.server.ts';
import { attentions } from './attention.ts';
import { plansAttention } from './attention.server.ts';
import { plannedAbout, unitIdOf } from './choices.server.ts';

export async function attentionAsked(edge: Edge, request: Request) {
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, request);
  const query = new URL(request.url).searchParams;
  const abouts = await plannedAbout(db, edge.actor);
  const about = abouts.find(({ key }) => key === query.get('ve'));
  const unitCode = query.get('don-vi') ?? undefined;
  const attention = attentions.find((each) => each === query.get('xem'));
  const seen = await plansAttention(db, edge.actor, {
    today: day.today,
    knownOn: day.known,
    unitId: await unitIdOf(db, unitCode),
    ...(about && (about.isScheme ? { schemeCode: about.key } : { movementId: about.key })),
    attention,
  });
  return { ...seen, day, asked, abouts, about: about?.key, unitCode, attention };
}
