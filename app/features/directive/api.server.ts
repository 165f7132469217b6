/** What the API reads out of the directive, open to everybody. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { codeParams } from '../../platform/api/parameters.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { directiveApiText as said } from './api.text.ts';
import { listClauses, listCommitments, listSchemes } from './reading.server.ts';
import type { SchemeRead } from './reading.server.ts';

const { fields } = said;

const scheme = named(
  'Scheme',
  z.object({
    code: z.string(),
    name: z.string().describe(fields.name),
    shortName: z.string().describe(fields.shortName),
    term: z.string().nullable().describe(fields.term),
    from: z.int().nullable(),
    to: z.int().nullable(),
    leads: z.array(z.string()).describe(fields.leads),
    leadUnits: z.array(z.string()).describe(fields.leadUnits),
    coordinators: z.array(z.string()).describe(fields.coordinators),
    criteria: z.array(z.object({ code: z.string(), wording: z.string() })),
    reportingDuty: z.string().nullable().describe(fields.reportingDuty),
    note: z.string().nullable(),
    clause: z.string().describe(fields.clause),
    restricted: z.boolean().describe(fields.restricted),
  }),
);

const commitment = named(
  'Commitment',
  z.object({
    code: z.string(),
    kind: z.enum(['aim', 'commitment', 'review', 'term']),
    clause: z.string().describe(fields.clause),
    wording: z.string(),
  }),
);

const clause = named(
  'Clause',
  z.object({
    code: z.string(),
    parent: z.string().nullable(),
    heading: z.string().nullable(),
    wording: z.string(),
  }),
);

const listed = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
const common = { method: 'GET', tag: said.tag, auth: 'public' } as const;

export const directiveOperations = [
  operation({
    ...common,
    id: 'listSchemes',
    path: '/schemes',
    summary: said.schemes.list,
    about: said.schemes.about,
    answers: { 200: { about: said.schemes.found, schema: listed(scheme) } },
    csv: csvOf<SchemeRead>({
      code: ({ code }) => code,
      name: ({ name }) => name,
      term: ({ term }) => term,
      leads: ({ leads }) => leads.join('; '),
      coordinators: ({ coordinators }) => coordinators.join('; '),
      criteria: ({ criteria }) => criteria.map(({ code, wording }) => `${code} ${wording}`).join('\n'),
      note: ({ note }) => note,
      restricted: ({ restricted }) => String(restricted),
    }),
    run: async ({ services }) => content({ items: await listSchemes(services.db) }),
  }),
  operation({
    ...common,
    id: 'getScheme',
    path: '/schemes/{code}',
    summary: said.schemes.one,
    params: codeParams,
    answers: { 200: { about: said.schemes.foundOne, schema: scheme } },
    run: async ({ services }, { params }) => {
      const [found] = await listSchemes(services.db, params);
      return found ? content(found) : { kind: 'not_there' };
    },
  }),
  operation({
    ...common,
    id: 'listCommitments',
    path: '/commitments',
    summary: said.commitments.list,
    answers: { 200: { about: said.commitments.found, schema: listed(commitment) } },
    csv: csvOf<z.output<typeof commitment>>({
      code: ({ code }) => code,
      kind: ({ kind }) => kind,
      clause: (row) => row.clause,
      wording: ({ wording }) => wording,
    }),
    run: async ({ services }) => content({ items: await listCommitments(services.db) }),
  }),
  operation({
    ...common,
    id: 'listClauses',
    path: '/clauses',
    summary: said.clauses.list,
    answers: { 200: { about: said.clauses.found, schema: listed(clause) } },
    csv: csvOf<z.output<typeof clause>>({
      code: ({ code }) => code,
      parent: ({ parent }) => parent,
      heading: ({ heading }) => heading,
      wording: ({ wording }) => wording,
    }),
    run: async ({ services }) => content({ items: await listClauses(services.db) }),
  }),
];
