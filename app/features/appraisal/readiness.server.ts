/** How far a dossier's appraisal is: what is demanded of it, what was done, and what still stops it. Later features ask this too. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { findAward } from '../awards/award.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import type { BodyToAsk, ListToShow, Of } from './asked-body.ts';
import { bodiesToAsk, councilAwards, listToShow, opinionDays, usualListDays } from './asked-body.ts';
import { askedBodies } from './asked-bodies.server.ts';
import type { ConcludedNominee } from './concluded.server.ts';
import { system } from './as-system.ts';
import type { ListRow } from './list-case.server.ts';
import { listOn } from './list-case.server.ts';
import type { Block } from './ready.ts';
import { blocksOf } from './ready.ts';
import type { RequestRow } from './request-case.server.ts';
import { requestsOn } from './request-case.server.ts';

export type Demanded = {
  readonly bodies: readonly BodyToAsk[];
  readonly list: ListToShow | undefined;
  readonly councilFor: readonly string[];
  readonly opinionDays: number;
  readonly listDays: number;
};

export async function demandedOf(
  db: Kysely<DB>,
  dossier: DossierRow,
  nominees: readonly ConcludedNominee[],
  today: PlainDate,
): Promise<Demanded> {
  const [book, rules] = await Promise.all([ruleBook(db), askedBodies(db)]);
  const of: Of = {
    simplified: dossier.simplified,
    day: dossier.receivedOn ?? today,
    nominees: nominees
      .filter(({ outcome }) => outcome === 'open')
      .map((one) => ({
        nomineeId: one.id,
        awardCode: one.awardCode,
        awardLevel: findAward(one.awardCode)?.level ?? 'elsewhere',
        dossierKind: dossier.kind,
        holderGroup: one.holder.group,
      })),
  };
  return {
    bodies: bodiesToAsk(rules, of),
    list: listToShow(book, of),
    councilFor: councilAwards(book, of),
    opinionDays: opinionDays(book, of.day),
    listDays: usualListDays(book, of.day),
  };
}

export type Opinions = { readonly requests: readonly RequestRow[]; readonly list: ListRow | undefined };

/** Of the dossier as it was sent last: what was asked before it came back was asked of another one. */
export async function opinionsOn(db: Kysely<DB>, { id, submittedAt }: DossierRow): Promise<Opinions> {
  const [requests, list] = await Promise.all([requestsOn(db, system, id), listOn(db, system, id)]);
  const isOfNow = (at: Date) => submittedAt === null || at >= submittedAt;
  return {
    requests: requests.filter(({ askedAt }) => isOfNow(askedAt)),
    list: list && isOfNow(list.openedAt) ? list : undefined,
  };
}

type Seen = {
  readonly dossier: DossierRow;
  readonly nominees: readonly ConcludedNominee[];
  readonly demanded: Demanded;
  readonly opinions: Opinions;
};

export function blocksIn({ dossier, nominees, demanded, opinions }: Seen, today: PlainDate): readonly Block[] {
  const { list, requests } = opinions;
  return blocksOf(
    {
      simplified: dossier.simplified,
      nominees: nominees.map(({ id, name, outcome, conclusion, flags }) => ({
        nomineeId: id,
        name,
        outcome,
        conclusion,
        flags: flags.filter(({ isStanding }) => isStanding),
      })),
      bodies: demanded.bodies.map(({ rule }) => rule.body),
      requests: requests.map(({ body, stage, dueOn }) => ({ body, state: stage, dueOn })),
      mustShow: demanded.list?.nomineeIds ?? [],
      list: list && {
        state: list.stage,
        closesOn: list.closesOn,
        nomineeIds: list.items.map(({ nomineeId }) => nomineeId),
        unhandled: list.unhandled,
      },
    },
    today,
  );
}
