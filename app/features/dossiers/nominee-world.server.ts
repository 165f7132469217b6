/** What stands for the units, holders and numbers that a sheet of nominees speaks of, in a few questions. */
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedRowId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { givenAwards, holders } from '../awards/award.ts';
import { readIdentity } from '../register/holder.ts';
import { identityPurpose } from '../register/holders.server.ts';
import { visibleTo } from '../register/visible.server.ts';
import type { DossierRow } from './case.server.ts';
import type { Candidate, ListWorld, SheetRow } from './nominee-plan.ts';
import { candidateKey, thereKey } from './nominee-plan.ts';
import { holderKindText, unitChoiceText } from './text.ts';

type Asked = {
  readonly dossier: Pick<DossierRow, 'id' | 'unitId' | 'simplified'>;
  readonly rows: readonly SheetRow[];
  readonly chosen: ReadonlyMap<number, string>;
  readonly actor: Actor;
  readonly importId: string;
  readonly now: Date;
  readonly seal: Seal;
};

const plain = (text: string) => fold(text).replaceAll(/\s+/g, ' ').trim();

export async function listWorld(db: Reader, asked: Asked): Promise<ListWorld> {
  const { dossier, importId, now } = asked;
  const [units, candidates, numbered, there] = await Promise.all([
    listUnits(db, dossier.unitId),
    candidatesFor(db, asked),
    numberedFor(db, asked),
    thereIn(db, dossier.id),
  ]);
  const own = units.find(({ id }) => id === dossier.unitId) ?? { id: dossier.unitId, name: '' };
  return {
    units: unitMap(units),
    ownUnit: own,
    kinds: new Map(holders.map((kind) => [plain(holderKindText[kind]), kind])),
    awards: new Map(givenAwards().flatMap(({ code, name }) => [[plain(name), code] as const, [code, code] as const])),
    simplified: dossier.simplified,
    candidates: Map.groupBy(candidates, ({ kind, name }) => candidateKey(kind, name)),
    byIdentity: numbered.known,
    elsewhere: numbered.elsewhere,
    there,
    chosen: asked.chosen,
    today: plainDateIn(now),
    idFor: (row) => importedRowId(importId, row * 2),
    newIdFor: (row) => importedRowId(importId, row * 2 + 1),
  };
}

export type ListUnit = { readonly id: string; readonly code: string; readonly name: string };

/** The unit that proposes and those below it. */
export async function listUnits(db: Reader, unitId: string): Promise<readonly ListUnit[]> {
  const { rows } = await sql<ListUnit>`
    select u.id, u.code, u.name from unit_tree t join unit_now u on u.id = t.descendant_id
    where t.ancestor_id = ${unitId} and u.is_active order by t.depth, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

function unitMap(units: readonly ListUnit[]) {
  const byName = Map.groupBy(units, ({ name }) => plain(name));
  const names = [...byName].map(([name, some]) => [name, some.length === 1 ? (some[0] ?? null) : null] as const);
  return new Map([
    ...names,
    ...units.flatMap((unit) => [
      [plain(unit.code), unit] as const,
      [plain(unitChoiceText(unit.name, unit.code)), unit] as const,
    ]),
  ]);
}

const columns = sql`holder.id, holder.kind, holder.name, holder.birth_year as "birthYear", holder.position_title as position,
  holder.unit_id as "unitId", u.name as "unitName"`;

/** Those of these names in the proposing unit and below it: the ones a new row would double. */
async function candidatesFor(db: Reader, { dossier, rows, actor }: Asked): Promise<readonly Candidate[]> {
  const names = [...new Set(rows.map((row) => plain(row.text('name'))))];
  if (names.length === 0) return [];
  const found = await sql<Candidate>`
    select ${columns} from holder join unit_now u on u.id = holder.unit_id
    where ${visibleTo(actor)} and holder.merged_into is null and holder.name_fold = any(${names}::text[])
      and holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${dossier.unitId})
    order by holder.id`.execute(db);
  return found.rows;
}

async function numberedFor(db: Reader, { rows, actor, seal }: Asked) {
  const numbers = [...new Set(rows.flatMap((row) => readIdentity(row.text('identity')) ?? []))];
  if (numbers.length === 0) return { known: new Map<string, Candidate>(), elsewhere: new Set<string>() };
  const byLookup = new Map(numbers.map((number) => [seal.lookup(identityPurpose, number).toString('hex'), number]));
  const found = await sql<Candidate & { readonly lookup: string; readonly isKnown: boolean }>`
    select ${columns}, encode(holder.identity_lookup, 'hex') as lookup, ${visibleTo(actor)} as "isKnown"
    from holder join unit_now u on u.id = holder.unit_id
    where holder.merged_into is null and encode(holder.identity_lookup, 'hex') = any(${[...byLookup.keys()]}::text[])`.execute(
    db,
  );
  const numberOf = ({ lookup }: { readonly lookup: string }) => byLookup.get(lookup) ?? '';
  const known = found.rows.filter(({ isKnown }) => isKnown);
  return {
    known: new Map<string, Candidate>(known.map((row) => [numberOf(row), row])),
    elsewhere: new Set(found.rows.filter(({ isKnown }) => !isKnown).map(numberOf)),
  };
}

async function thereIn(db: Reader, dossierId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('nominee')
    .where('dossier_id', '=', dossierId)
    .select(['holder_id', 'award_code'])
    .execute();
  return new Set(rows.map((row) => thereKey(row.holder_id, row.award_code)));
}
