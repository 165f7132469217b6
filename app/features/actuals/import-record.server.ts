/** What an import writes into the record. */
import type { Context } from '../../platform/command.server.ts';
import type { ImportChange, PermitFor } from './import-plan.ts';

/** The columns of a row in an entry of the record, what is always there first: what follows a row's end is null. */
export const recordedColumns = [
  'id',
  'indicatorCode',
  'period',
  'value',
  'asOfDate',
  'stage',
  'numerator',
  'denominator',
  'source',
  'version',
  'before',
  'supersedesId',
  'reason',
  'submittedFor',
] as const satisfies readonly (keyof ImportChange)[];

type Written = {
  readonly permitFor: PermitFor;
  readonly some: readonly ImportChange[];
  readonly importId: string;
};

/**
 * One entry for the rows of one unit, with every row in it: the record stays complete and short, each unit's readers
 * find what is theirs and no more, and it says by whose role.
 */
export async function recordSome({ record }: Context, { permitFor, some, importId }: Written): Promise<void> {
  const permitted = some.flatMap((change) => {
    const permit = permitFor(change.unitId, change.indicatorCode);
    return permit ? [{ change, permit }] : [];
  });
  const groups = Map.groupBy(permitted, ({ change, permit }) => `${change.unitId} ${permit.holding?.holdingId ?? ''}`);
  const subject = { kind: 'import', id: importId };
  const events = [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { permit, change } = first;
    const rows = [first, ...more].map((each) => rowOf(each.change));
    const after = { columns: recordedColumns, rows };
    return [{ permit, kind: 'actual.imported', subject, unitId: change.unitId, after } as const];
  });
  await record(...events);
}

function rowOf(change: ImportChange) {
  const row = recordedColumns.map((column) => change[column]);
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
}
