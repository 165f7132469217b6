/** Thresholds as cases of their procedure, newest first. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../../kernel/actor.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import type { DB } from '../../../platform/db-types.ts';
import { askedId } from '../../../platform/id.server.ts';
import type { Threshold } from '../classify.ts';
import type { RuleMove, RuleStage } from './rule.ts';
import { ruleProcedure } from './rule.ts';
import { visibleTo } from './visible.server.ts';

export type RuleRow = {
  readonly id: string;
  readonly fromYear: number;
  readonly thresholds: readonly Threshold[];
  readonly perBlock: number | null;
  readonly stage: RuleStage;
  readonly source: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly submittedBy: string | null;
  readonly version: number;
  readonly places: { readonly root: UnitPath };
};
type Loaded = Omit<RuleRow, 'places'> & { readonly rootPath: UnitPath };

const rules = (actor: Actor) => sql`
  select classification_rule.id, from_year as "fromYear", thresholds, per_block as "perBlock", classification_rule.state as stage, source, p.full_name as "proposedByName",
    proposed_at as "proposedAt", c.full_name as "confirmedByName", confirmed_at as "confirmedAt", withdrawn_at as "withdrawnAt",
    withdrawn_reason as "withdrawnReason", proposed_by as "submittedBy", classification_rule.version,
    array(select id::text from unit_now where kind = 'province' and parent_id is null and is_active) as "rootPath"
  from classification_rule left join person p on p.id = proposed_by left join person c on c.id = confirmed_by where ${visibleTo(actor)}`;

const ruleOf = ({ rootPath, ...row }: Loaded): RuleRow => ({ ...row, places: { root: rootPath } });

export async function lockRule(tx: Transaction<DB>, actor: Actor, id: string): Promise<RuleRow | undefined> {
  const { rows } = await sql<Loaded>`${rules(actor)} and classification_rule.id = ${askedId(id)}
    for update of classification_rule`.execute(tx);
  return rows[0] && ruleOf(rows[0]);
}

export type ListedRule = RuleRow & { readonly moves: readonly RuleMove[] };

export async function listRules(db: Kysely<DB>, actor: Actor): Promise<readonly ListedRule[]> {
  const { rows } = await sql<Loaded>`${rules(actor)}
    order by array_position(array['proposed', 'confirmed', 'default', 'withdrawn'], classification_rule.state), from_year desc, proposed_at desc`.execute(
    db,
  );
  return rows.map(ruleOf).map((row) => ({ ...row, moves: movesFor(ruleProcedure, row, actor) }));
}
