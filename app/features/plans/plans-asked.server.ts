/** The list of plans as an address asks for it: the page shows a part of it, the file all. */
import { personAt } from '../../platform/http.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { readYear } from '../../ui/address.ts';
import { askedOf } from '../organisation/day-asked.server.ts';
import { plannedAbout, unitIdOf } from './choices.server.ts';
import type { PlansQuery } from './list.server.ts';
import { listPlans } from './list.server.ts';
import { planStages } from './plan.ts';

export async function plansAsked(edge: Edge, request: Request, part: Pick<PlansQuery, 'page' | 'size'>) {
  const person = personAt(edge, request);
  const { search, searchParams } = new URL(request.url);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, request);
  const { today, known: knownOn } = day;
  const year = readYear(search);
  const stage = planStages.find((each) => each === searchParams.get('buoc'));
  const abouts = await plannedAbout(db, person);
  const about = abouts.find(({ key }) => key === searchParams.get('ve'));
  const unitId = await unitIdOf(db, searchParams.get('don-vi'));
  const stages = stage && !knownOn ? { stages: [stage] } : {};
  const narrow = about && (about.isScheme ? { schemeCode: about.key } : { movementId: about.key });
  const listed = await listPlans(db, person, { today, knownOn, year, unitId, ...stages, ...narrow, ...part });
  return { ...listed, person, abouts, about: about?.key, year, stage, day, asked };
}
