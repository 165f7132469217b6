/** Who a token acts as. */
import { z } from 'zod';
import { roles, scopes } from '../../kernel/actor.ts';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content } from '../../platform/api/operation.ts';
import { meApiText as said } from './api.text.ts';

const me = named(
  'Me',
  z.object({
    name: z.string(),
    positionTitle: z.string().nullable(),
    unit: z.string().describe(said.fields.unit),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        unit: z.string().describe(said.fields.roleUnit),
        isLent: z.boolean().describe(said.fields.isLent),
      }),
    ),
    scopes: z.array(z.enum(scopes)).describe(said.fields.scopes),
  }),
);

export const identityOperations = [
  operation({
    id: 'getMe',
    method: 'GET',
    path: '/me',
    tag: said.tag,
    summary: said.me,
    about: said.about,
    auth: 'any_token',
    answers: { 200: { about: said.found, schema: me } },
    run: async ({ services, actor }) => {
      if (actor.kind !== 'person') return { kind: 'unauthorized' };
      const { name, positionTitle, homeUnitId, holdings } = actor;
      const ids = [homeUnitId, ...holdings.map(({ unitId }) => unitId)];
      const units = await services.db.selectFrom('unit').select(['id', 'code']).where('id', 'in', ids).execute();
      const codes = new Map(units.map(({ id, code }) => [id, code]));
      return content({
        name,
        positionTitle,
        unit: codes.get(homeUnitId) ?? '',
        roles: holdings.map(({ role, unitId, forPersonId }) => ({
          role,
          unit: codes.get(unitId) ?? '',
          isLent: forPersonId !== undefined,
        })),
        scopes: actor.scopes ?? [],
      });
    },
  }),
];
