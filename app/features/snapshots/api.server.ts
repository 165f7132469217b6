/** Snapshots for programs, by token: the list, and one exactly as it was frozen. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { idParams, knownOnOf, knownOnQuery } from '../../platform/api/parameters.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { snapshotsApiText as said } from './api.text.ts';
import { findSnapshot, listSnapshots } from './list.server.ts';
import type { SnapshotLine } from './list.server.ts';
import { PURPOSES } from './snapshot.ts';

const line = z.object({
  id: z.uuid(),
  title: z.string(),
  purpose: z.enum(PURPOSES).describe(said.fields.purpose),
  asOf: z.iso.date().describe(said.fields.asOf),
  takenAt: z.iso.datetime(),
  digest: z.string().describe(said.fields.digest),
});
type Line = z.output<typeof line>;

const status = z.enum(STATUSES);
const frozenIndicator = z.looseObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  deadline: z.int(),
  answer: z.looseObject({ status, value: z.number().nullable() }).describe(said.fields.answer),
  sheet: z.looseObject({}).describe(said.fields.sheet),
});
const frozenUnit = z.looseObject({ code: z.string(), name: z.string(), status });

const whole = line.extend({
  isWhole: z.boolean().describe(said.fields.isWhole),
  content: z.object({
    unit: z.object({ code: z.string(), name: z.string() }),
    asOf: z.iso.date(),
    indicators: z.array(frozenIndicator),
    units: z.array(frozenUnit),
  }),
});

const snapshotLine = named('Snapshot', line);
const common = { method: 'GET', tag: said.tag, auth: 'snapshots:read' } as const;

export const snapshotOperations = [
  operation({
    ...common,
    id: 'listSnapshots',
    path: '/snapshots',
    summary: said.list,
    query: z.object(knownOnQuery),
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(snapshotLine) }) } },
    csv: csvOf<Line>({
      id: ({ id }) => id,
      title: ({ title }) => title,
      purpose: ({ purpose }) => purpose,
      asOf: ({ asOf }) => asOf,
      takenAt: ({ takenAt }) => takenAt,
      digest: ({ digest }) => digest,
    }),
    run: async ({ services, actor }, { query }) => {
      const known = knownOnOf(query, plainDateIn(services.clock()));
      if (!known.ok) return known.refusal;
      return content({ items: (await listSnapshots(services.db, actor, known.value)).map(lineOf) });
    },
  }),
  operation({
    ...common,
    id: 'getSnapshot',
    path: '/snapshots/{id}',
    summary: said.one,
    about: said.about,
    params: idParams,
    answers: { 200: { about: said.foundOne, schema: named('SnapshotDetail', whole) } },
    run: async ({ services, actor }, { params }) => {
      const found = await findSnapshot(services.db, actor, params.id.toLowerCase());
      return found
        ? content({ ...lineOf(found), isWhole: found.isWhole, content: found.content })
        : { kind: 'not_there' };
    },
  }),
];

function lineOf({ id, title, purpose, asOf, takenAt, digest }: SnapshotLine): Line {
  return { id, title, purpose, asOf, takenAt: takenAt.toISOString(), digest };
}
