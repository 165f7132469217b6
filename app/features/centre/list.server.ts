/** Dossiers whose awards the centre decides: about to go, gone, answered; with their last package and by when they had to go. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { allAwards } from '../awards/award.ts';
import { dossierOf, dossiers } from '../dossiers/case.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import type { DossierStage } from '../dossiers/procedure.ts';
import type { PackedFile } from './parts.ts';
import { centreRights } from './rights.ts';
import type { Due } from './term.ts';
import { dueFor } from './term.ts';
import type { Way } from './typed.ts';

export const standings = ['to_send', 'sent', 'received', 'returned', 'answered', 'before'] as const;
export type Standing = (typeof standings)[number];

export type SentPackage = {
  readonly id: string;
  readonly edition: number;
  readonly number: string;
  readonly sentOn: PlainDate;
  readonly way: Way;
  readonly note: string | null;
  readonly manifest: readonly PackedFile[];
  readonly hash: string;
  readonly receipt: string | null;
  readonly receivedOn: PlainDate | null;
  readonly returnedOn: PlainDate | null;
  readonly returnReason: string | null;
  readonly version: number;
};

export type CentralDossier = DossierRow & {
  readonly unitName: string;
  readonly awardCodes: readonly string[];
  readonly packages: readonly SentPackage[];
  readonly due: Due | undefined;
  readonly standing: Standing;
  readonly isLate: boolean;
  readonly mayKeep: boolean;
};

const centralStages = ['appraising', 'consulting', 'council', 'deciding', 'at_centre', 'issued'] as const;
const central = () =>
  allAwards()
    .filter(({ level }) => level === 'centre')
    .map(({ code }) => code);

export async function centralDossiers(
  db: Kysely<DB>,
  actor: Actor,
  {
    today,
    id,
    standing,
    stages = centralStages,
  }: {
    readonly today: PlainDate;
    readonly id?: string;
    readonly standing?: Standing | undefined;
    readonly stages?: readonly DossierStage[];
  },
): Promise<readonly CentralDossier[]> {
  const rows = await dossiers(db, actor)
    .innerJoin('unit_now as u', 'u.id', 'dossier.unit_id')
    .where(
      sql<boolean>`exists (select from nominee n where n.dossier_id = dossier.id and n.award_code = any(${central()}::text[]))`,
    )
    .where('dossier.stage', 'in', stages)
    .$if(id !== undefined, (some) => some.where('dossier.id', '=', id ?? ''))
    .select([
      sql<string>`u.name`.as('unitName'),
      sql<readonly string[]>`(select array_agg(distinct n.award_code) from nominee n where n.dossier_id = dossier.id
        and n.outcome <> 'removed')`.as('awardCodes'),
      sql<
        readonly SentPackage[]
      >`coalesce((select json_agg(json_build_object('id', p.id, 'edition', p.edition, 'number', p.number,
        'sentOn', p.sent_on, 'way', p.way, 'note', p.note, 'manifest', p.manifest, 'hash', p.file_hash, 'receipt', p.receipt,
        'receivedOn', p.received_on, 'returnedOn', p.returned_on, 'returnReason', p.return_reason, 'version', p.version)
        order by p.edition) from central_package p where p.dossier_id = dossier.id), '[]')`.as('packages'),
    ])
    .orderBy('dossier.stage_since', 'desc')
    .orderBy('dossier.id')
    .limit(500)
    .execute();
  const all = rows.map((row) => {
    const one = dossierOf(row);
    const due = dueFor(one.awardCodes ?? [], one.year);
    const stands = standingOf(one);
    const firstSent = one.packages[0]?.sentOn;
    const isLate = due !== undefined && (firstSent ?? today) > due.on && stands !== 'answered';
    const mayKeep = isAllowed(centreRights, 'send', actor, one.places.receiver);
    return { ...one, awardCodes: one.awardCodes ?? [], due, standing: stands, isLate, mayKeep };
  });
  return standing === undefined ? all : all.filter((one) => one.standing === standing);
}

/** It lies at the centre: sent, and not returned. */
export const isOut = ({ standing }: Pick<CentralDossier, 'standing'>) => standing === 'sent' || standing === 'received';

function standingOf({ stage, packages }: Pick<CentralDossier, 'stage' | 'packages'>): Standing {
  const last = packages.at(-1);
  if (stage === 'issued') return 'answered';
  if (stage !== 'at_centre') return 'before';
  if (!last) return 'to_send';
  if (last.returnedOn !== null) return 'returned';
  return last.receivedOn === null ? 'sent' : 'received';
}
