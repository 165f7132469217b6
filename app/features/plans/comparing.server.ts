/** Two editions of a plan side by side: what one changed against the other. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { EditionContent } from './editions.ts';
import { editionChanges } from './editions.ts';
import { changeLine, happeningOf } from './excel.text.ts';
import type { ListedPlan } from './list.server.ts';
import { findPlan } from './one.server.ts';
import { contentOf } from './tasks.server.ts';

type Asked = { readonly id: string; readonly with: string | null; readonly today: PlainDate };

export async function compareEditions(db: Kysely<DB>, person: Person, { id, with: named, today }: Asked) {
  const one = await findPlan(db, person, { id, today });
  if (!one) return undefined;
  const others = one.editions.filter((edition) => edition.id !== id);
  const before = others.find(({ edition }) => edition === one.plan.edition - 1) ?? others[0];
  const older = others.find((edition) => edition.id === named) ?? before;
  const other = older && (await findPlan(db, person, { id: older.id, today }));
  if (!older || !other) return undefined;
  const names = new Map(
    (await db.selectFrom('unit_now').select(['code', 'name']).execute()).map((unit) => [
      unit.code ?? '',
      unit.name ?? '',
    ]),
  );
  const changes = editionChanges(contentIn(other.plan), contentIn(one.plan));
  const lines = changes.map((change) => ({ what: happeningOf(change), ...changeLine(change, names) }));
  return { plan: one.plan, older, others, lines };
}

function contentIn(plan: ListedPlan): EditionContent {
  const tasks = plan.tasks.map((task) => ({
    id: task.id,
    lineId: task.lineId,
    version: task.version,
    content: contentOf(task),
  }));
  return { id: plan.id, content: plan, tasks };
}
