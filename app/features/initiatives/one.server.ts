/** One initiative with all that its page draws: evidence, panels, adoptions, the alike, its use. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { holdingsFor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { Adoption } from './adopting.server.ts';
import { adoptionsOf } from './adopting.server.ts';
import type { Alike } from './alike.server.ts';
import { findAlike } from './alike.server.ts';
import type { Level } from './initiative.ts';
import type { ListedInitiative } from './list.server.ts';
import { listInitiatives } from './list.server.ts';
import type { Member, Panel, Seatable } from './panels.server.ts';
import { panelsOf, seatable } from './panels.server.ts';
import { levelOf, reviewingRoles } from './procedure.ts';
import type { Use } from './using.server.ts';
import { findUse } from './using.server.ts';

export type OneInitiative = {
  readonly initiative: ListedInitiative;
  readonly files: readonly AttachedFile[];
  readonly adoptions: readonly Adoption[];
  readonly use: Use | undefined;
  readonly submittedByName: string | null;
  /** For those inside; newest first, points of members only where they may be seen. */
  readonly panels: readonly Panel[];
  readonly alike: readonly Alike[];
  /** Who could still be seated, for whoever seats. */
  readonly seatable: readonly Seatable[];
  /** The asker sits on the open panel and may give points. */
  readonly mayScore: boolean;
};

export async function findInitiative(db: Kysely<DB>, actor: Actor, id: string): Promise<OneInitiative | undefined> {
  const [initiative] = (await listInitiatives(db, actor, { ids: [id], withWithdrawn: true })).rows;
  if (!initiative) return undefined;
  const { isInside } = initiative;
  const [files, adoptions, use, submittedByName, panels, alike] = await Promise.all([
    filesOn(db, { kind: 'initiative', id }),
    adoptionsOf(db, actor, id),
    findUse(db, id),
    isInside ? nameOf(db, initiative.submittedBy) : null,
    isInside ? panelsOf(db, id) : [],
    isInside ? findAlike(db, actor, initiative) : [],
  ]);
  const open = panels.find(({ closedAt }) => closedAt === null);
  const level: Level | undefined = levelOf(initiative.stage);
  const seats =
    open && level && initiative.moves.includes('seat')
      ? await seatable(db, { panel: open, unitId: initiative.unitId })
      : [];
  const seated = new Set(open?.members.map(({ personId }) => personId));
  return {
    initiative,
    files,
    adoptions,
    use,
    submittedByName,
    panels: panels.map((panel) => withoutOthersPoints(panel, actor, initiative)),
    alike,
    seatable: seats.filter((one) => !seated.has(one.id)),
    mayScore: open?.members.some((member) => isActor(member, actor) && member.interest !== 'author') === true,
  };
}

/** While a panel is open, a member's points are the member's own; closed, they are its members' and reviewers', never an author's to read. */
function withoutOthersPoints(panel: Panel, actor: Actor, { interest, places }: ListedInitiative): Panel {
  const isReviewer = reviewingRoles.some((role) => holdingsFor(actor, role, places.unit).length > 0);
  const sits = panel.members.some((member) => isActor(member, actor));
  const mayReadAll = interest !== 'author' && (isReviewer || sits);
  if (panel.closedAt !== null && mayReadAll) return panel;
  const hide = (member: Member): Member =>
    isActor(member, actor) ? member : { ...member, sum: null, points: [], remark: '' };
  return { ...panel, members: panel.members.map(hide) };
}

function isActor({ personId }: Member, actor: Actor): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}

async function nameOf(db: Kysely<DB>, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const { rows } = await sql<{ name: string }>`select full_name as name from person where id = ${personId}`.execute(db);
  return rows[0]?.name ?? null;
}
