/** What the API reads of the organisation, open to everybody (visible.server.ts). */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Edge } from '../../platform/command.server.ts';
import { codeParams, knownOnOf, knownOnQuery, plainDate } from '../../platform/api/parameters.ts';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { unitsApiText as said } from './api.text.ts';
import { unitsAll, unitsPage } from './unit-list.server.ts';
import type { UnitsQuery } from './unit-filter.ts';
import type { UnitLine } from './unit-list.server.ts';
import { communeTypes, unitKinds } from './unit.ts';

const unit = named(
  'Unit',
  z.object({
    code: z.string(),
    officialCode: z.string().nullable().describe(said.fields.officialCode),
    name: z.string(),
    shortName: z.string(),
    kind: z.enum(unitKinds),
    communeType: z.enum(communeTypes).nullable().describe(said.fields.communeType),
    parent: z.string().nullable().describe(said.fields.parent),
    validFrom: z.iso.date().nullable().describe(said.fields.validFrom),
    validUntil: z.iso.date().nullable(),
  }),
);
type Unit = z.output<typeof unit>;

const query = z.object({
  ...knownOnQuery,
  kind: z.enum(unitKinds).optional().describe(said.query.kind),
  parent: z.string().max(80).optional().describe(said.query.parent),
  q: z.string().max(200).optional().describe(said.query.q),
  on: plainDate.optional().describe(said.query.on),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe(said.query.limit),
  page: z.coerce.number().int().min(1).max(100_000).optional().describe(said.query.page),
});

const common = { method: 'GET', tag: said.tag, auth: 'public' } as const;

export const organisationOperations = [
  operation({
    ...common,
    id: 'listUnits',
    path: '/units',
    summary: said.list,
    about: said.about,
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(unit), total: z.int() }) } },
    csv: csvOf<Unit>({
      code: ({ code }) => code,
      name: ({ name }) => name,
      kind: ({ kind }) => kind,
      parent: ({ parent }) => parent,
      officialCode: ({ officialCode }) => officialCode,
      communeType: ({ communeType }) => communeType,
      validFrom: ({ validFrom }) => validFrom,
      validUntil: ({ validUntil }) => validUntil,
    }),
    run: async (edge, asked) => {
      const known = knownOnOf(asked.query, plainDateIn(edge.services.clock()));
      return known.ok ? content(await listUnits(edge, asked.query, known.value)) : known.refusal;
    },
  }),
  operation({
    ...common,
    id: 'getUnit',
    path: '/units/{code}',
    summary: said.one,
    params: codeParams,
    query: z.object(knownOnQuery),
    answers: { 200: { about: said.foundOne, schema: unit } },
    run: async ({ services, actor }, { params, query: asked }) => {
      const known = knownOnOf(asked, plainDateIn(services.clock()));
      if (!known.ok) return known.refusal;
      const found = await unitsAll(services.db, actor, {
        ...everything(services.clock()),
        text: params.code,
        on: known.value ?? null,
        life: 'all',
      });
      const one = found.find(({ code }) => code === params.code);
      return one ? content(unitOf(one)) : { kind: 'not_there' };
    },
  }),
];

async function listUnits({ services, actor }: Edge, asked: z.output<typeof query>, known: PlainDate | undefined) {
  const on = asked.on ?? known ?? null;
  const wanted: UnitsQuery = {
    ...everything(services.clock()),
    text: asked.q ?? '',
    kind: asked.kind ?? null,
    parentCode: asked.parent ?? null,
    on,
    life: on === null ? 'alive' : 'all',
  };
  const { limit: size, page = 1 } = asked;
  if (size !== undefined) {
    const { rows, total } = await unitsPage(services.db, actor, wanted, { page, size });
    return { items: rows.map(unitOf), total };
  }
  const rows = await unitsAll(services.db, actor, wanted);
  return { items: rows.map(unitOf), total: rows.length };
}

function everything(now: Date): UnitsQuery {
  return {
    text: '',
    kind: null,
    communeType: null,
    parentCode: null,
    blockCode: null,
    life: 'alive',
    on: null,
    year: Number(plainDateIn(now).slice(0, 4)),
    sort: { by: 'ten', direction: 'asc' },
  };
}

function unitOf(line: UnitLine): Unit {
  const { code, officialCode, name, shortName, kind, communeType, parentCode, validFrom, validUntil } = line;
  return { code, officialCode, name, shortName, kind, communeType, parent: parentCode, validFrom, validUntil };
}
