/**
 * Signing in two halves. `prepareSigning` keeps the paper with its hole; whatever dies after it, the same digest is signed on the next try.
 * `completeSigning` puts the signature in, once. Between them is the signer: a key here, a service, or somebody with a token.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { ok, refuse, notThere } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { prepare } from '../../platform/signing/prepare.server.ts';
import type { Prepared } from '../../platform/signing/signer.ts';
import { keepPaper, readPaper } from './keeping.server.ts';
import type { NamedMark } from './marks.server.ts';
import type { PaperKind, PaperOf } from './numbering.server.ts';
import { paperColumn } from './numbering.server.ts';
import type { Asked, Moved } from './opening.server.ts';
import type { Part, SignedPaper } from './signed-paper.server.ts';

/** What is signed: papers with a number, and files attached to them. */
export type SignedKind = PaperKind | 'annex';
type SignedOf = { readonly kind: SignedKind; readonly id: string };
const columnOf = { ...paperColumn, annex: 'annex_id' } as const satisfies Readonly<Record<SignedKind, string>>;

export type Signing = {
  readonly id: string;
  readonly kind: SignedKind;
  readonly paperId: string;
  readonly part: Part;
  readonly state: 'prepared' | 'done' | 'dropped';
  readonly basePaper: string;
  readonly preparedPaper: string;
  readonly range: Prepared['range'];
  readonly digest: string;
  readonly personId: string;
  readonly attempts: number;
};
/** Whose seal it is. */
export type Body = Pick<SignedPaper, 'unitId' | 'issuer'>;
export type Opened = { readonly paper: SignedPaper; readonly allowed: Permit<'sign' | 'seal'> };
export type TakenIn = Opened & { readonly part: Part; readonly hash: string };

/** The feature whose papers are signed: opens one for a part (there, yours, in its stage, in its version) and moves it on when it was signed. */
export type SigningDesk = {
  readonly kind: SignedKind;
  /** Of the signature in the file; those of hand and seal unless told. */
  readonly field?: string;
  readonly markOf: (context: Context, services: Services, paper: SignedPaper, part: Part) => Promise<NamedMark>;
  readonly bodyOf: (db: Kysely<DB>, id: string) => Promise<Body>;
  /** Locked. */
  readonly lock: (context: Context, id: string) => Promise<SignedPaper | undefined>;
  readonly open: (context: Context, asked: Asked, part: Part) => Promise<Result<Opened, Refusal>>;
  readonly takeIn: (context: Context, taken: TakenIn) => Promise<Moved>;
};

const moveOf: Readonly<Record<Part, 'sign' | 'seal'>> = { person: 'sign', seal: 'seal' };
const fieldOf: Readonly<Record<Part, string>> = { person: 'nguoi-ky', seal: 'con-dau' };

export function signings(db: Kysely<DB>) {
  return db
    .selectFrom('decision_signing')
    .select([
      'id',
      sql<SignedKind>`case when annex_id is not null then 'annex' when revocation_id is not null then 'revocation' else 'decision' end`.as(
        'kind',
      ),
      sql<string>`coalesce(decision_id, revocation_id, annex_id)`.as('paperId'),
      sql<Part>`part`.as('part'),
      sql<Signing['state']>`state`.as('state'),
      'base_paper as basePaper',
      'prepared_paper as preparedPaper',
      sql<Prepared['range']>`range`.as('range'),
      'digest',
      'person_id as personId',
      'attempts',
    ]);
}

/** What was prepared for a paper and is not signed yet. */
export function waitingSigning(db: Kysely<DB>, { kind, id }: SignedOf) {
  return signings(db)
    .select('last_error as lastError')
    .where(columnOf[kind], '=', id)
    .where('state', '=', 'prepared')
    .executeTakeFirst();
}

/** Asked a second time, what was prepared is handed out again, by whoever asks. */
export async function prepareSigning(
  context: Context,
  services: Services,
  { desk, part, ...asked }: Asked & { readonly desk: SigningDesk; readonly part: Part },
): Promise<Result<Signing, Refusal>> {
  const opened = await desk.open(context, asked, part);
  if (!opened.ok) return opened;
  const { paper, allowed } = opened.value;
  const there = await waitingSigning(context.tx, { kind: desk.kind, id: paper.id });
  if (there?.part === part) return ok(there);
  const base = part === 'person' ? paper.paper : paper.signedPaper;
  if (base === null || context.actor.kind !== 'person') return refuse(notThere);
  const mark = await desk.markOf(context, services, paper, part);
  const prepared = await prepare(await readPaper(services, base), {
    field: desk.field ?? fieldOf[part],
    name: mark.name,
    at: context.now,
    mark,
  });
  const kept = await keepPaper(context, services, prepared.pdf);
  if (!kept.ok) return kept;
  const row = {
    id: newId(),
    [columnOf[desk.kind]]: paper.id,
    part,
    state: 'prepared',
    base_paper: base,
    prepared_paper: kept.value,
    range: [...prepared.range],
    digest: Buffer.from(prepared.digest).toString('hex'),
    person_id: context.actor.personId,
    on_behalf_of_id: allowed.holding?.forPersonId ?? null,
    prepared_at: context.now,
  };
  await context.tx.insertInto('decision_signing').values(row).execute();
  const { subject, unitId } = paper;
  const after = { part, digest: row.digest, ...(desk.kind === 'annex' && { annex: paper.id }) };
  const kind = `${subject.kind}.signing_prepared` as const;
  await context.record({ permit: allowed, kind, subject, unitId, after });
  const signing = await signings(context.tx).where('id', '=', row.id).executeTakeFirstOrThrow();
  return ok(signing);
}

export type CompleteSigning = {
  readonly desk: SigningDesk;
  readonly signingId: string;
  readonly signed: Uint8Array;
};

/** The signature as it came from the signer, already verified. Done already, by whomever, it is done. */
export async function completeSigning(
  context: Context,
  services: Services,
  { desk, signingId, signed }: CompleteSigning,
): Promise<Result<Moved, Refusal>> {
  const found = await signings(context.tx).where('id', '=', signingId).executeTakeFirst();
  if (!found || found.kind !== desk.kind) return refuse(notThere);
  const paper = await desk.lock(context, found.paperId);
  const signing = await signings(context.tx).where('id', '=', signingId).forUpdate().executeTakeFirst();
  if (!paper || !signing) return refuse(notThere);
  if (signing.state === 'done') return ok({ id: paper.id, version: paper.version });
  const { part } = signing;
  const allowed = await permitFor(context, desk, { paper, part });
  if (!allowed.ok) return allowed;
  if (signing.state === 'dropped') return refuse({ kind: 'signing_dropped' });
  const kept = await keepPaper(context, services, signed);
  if (!kept.ok) return kept;
  const done = { state: 'done', signed_paper: kept.value, done_at: context.now, last_error: null };
  await context.tx.updateTable('decision_signing').set(done).where('id', '=', signing.id).execute();
  return ok(await desk.takeIn(context, { paper, allowed: allowed.value, part, hash: kept.value }));
}

/** Who prepared it had the permit; the product itself may end what they began. */
async function permitFor(
  context: Context,
  desk: SigningDesk,
  { paper, part }: Pick<TakenIn, 'paper' | 'part'>,
): Promise<Result<Opened['allowed'], Refusal>> {
  const { actor } = context;
  if (actor.kind === 'system')
    return paper.waitsFor === part ? ok(permitSystem(moveOf[part], actor)) : refuse({ kind: 'signing_dropped' });
  const opened = await desk.open(context, { id: paper.id, version: paper.version }, part);
  return opened.ok ? ok(opened.value.allowed) : opened;
}

/** A paper that goes back or is withdrawn is not signed any more, nor is what is attached to it. */
export async function dropSignings({ tx }: Context, { kind, id }: PaperOf): Promise<void> {
  await tx
    .updateTable('decision_signing')
    .set({ state: 'dropped', signed_paper: null, done_at: null })
    .where((eb) =>
      eb.or([
        eb(paperColumn[kind], '=', id),
        eb('annex_id', 'in', eb.selectFrom('decision_annex').select('id').where('decision_id', '=', id)),
      ]),
    )
    .where('state', '=', 'prepared')
    .execute();
}
