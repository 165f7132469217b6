/** What is put into the register: a paper that was sent, that it was received, and what replaces a line that was wrong. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { carePathOf } from '../organisation/paths.server.ts';
import type { PaperFacts, PaperWrong, TypedPaper } from './paper.ts';
import { readReceivedOn, readSecretPaper, secretRights, wrongAt } from './paper.ts';
import type { Subject } from './subjects.server.ts';
import { roundsOffered, secretSubjects } from './subjects.server.ts';
import { visibleTo } from './visible.server.ts';

export type EnterPaper = {
  /** Minted when the form was drawn: sent twice, it is one line. */
  readonly id: string;
  readonly typed: TypedPaper;
  /** The line that this one puts right. */
  readonly correctsId?: string | null;
};
export type AlreadyThere = { readonly kind: 'already_corrected' | 'already_received' };
export type PaperRefusal = PermitRefusal | PaperWrong | NotThere | LostRace | AlreadyThere;
type Kept = { readonly id: string };

export async function enterPaper(context: Context, command: EnterPaper): Promise<Result<Kept, PaperRefusal>> {
  const { tx, actor, now } = context;
  const { typed, correctsId = null } = command;
  const senderId = askedId(typed['sender']);
  const path = await carePathOf(tx, senderId);
  if (path.length === 0) return refuse(wrongAt('sender', 'not_offered'));
  const allowed = permitTo(secretRights, 'secret_paper.enter', actor, path);
  if (!allowed.ok) return allowed;
  if (correctsId !== null) {
    const corrected = await mayCorrect(context, correctsId, senderId);
    if (!corrected.ok) return corrected;
  }
  const read = readSecretPaper(typed, plainDateIn(now));
  if (!read.ok) return read;
  const about = await readAbout(context, typed);
  if (!about.ok) return about;
  const receiver = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('id', '=', askedId(typed['receiver']))
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!receiver?.id) return refuse(wrongAt('receiver', typed['receiver'] ? 'not_offered' : 'missing'));
  if (receiver.id === senderId) return refuse(wrongAt('receiver', 'same_unit'));
  const row = { ...about.value, sender_id: senderId, receiver_id: receiver.id, corrects_id: correctsId };
  return insert(context, allowed.value, { id: command.id, row, facts: read.value });
}

/** Its sender puts it right, and once. */
async function mayCorrect(
  { tx, actor }: Context,
  id: string,
  senderId: string,
): Promise<Result<undefined, NotThere | AlreadyThere>> {
  const before = await tx
    .selectFrom('secret_paper')
    .select(['id', 'sender_id'])
    .where('id', '=', askedId(id))
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (before?.sender_id !== senderId) return refuse(notThere);
  const later = await tx.selectFrom('secret_paper').select('id').where('corrects_id', '=', id).executeTakeFirst();
  return later ? refuse({ kind: 'already_corrected' }) : ok();
}

type About = {
  readonly scheme_code: string | null;
  readonly movement_id: string | null;
  readonly round_id: string | null;
};

async function readAbout({ tx, actor }: Context, typed: TypedPaper): Promise<Result<About, PaperWrong>> {
  const subjects = await secretSubjects(tx, actor);
  const key = typed['about'] ?? '';
  const subject: Subject | undefined = subjects.find((one) => one.key === key);
  if (key !== '' && !subject) return refuse(wrongAt('about', 'not_offered'));
  const asked = typed['round'] ?? '';
  const rounds = asked === '' ? [] : await roundsOffered(tx, actor);
  if (asked !== '' && !rounds.some(({ id }) => id === asked)) return refuse(wrongAt('round', 'not_offered'));
  const { schemeCode = null, movementId = null } = subject ?? {};
  return ok({ scheme_code: schemeCode, movement_id: movementId, round_id: asked || null });
}

type New = {
  readonly id: string;
  readonly row: About & {
    readonly sender_id: string;
    readonly receiver_id: string;
    readonly corrects_id: string | null;
  };
  readonly facts: PaperFacts;
};

async function insert(context: Context, allowed: Permit, { id, row, facts }: New): Promise<Result<Kept, LostRace>> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people enter papers');
  const by = { entered_by: actor.personId, entered_for: allowed.holding?.forPersonId ?? null, entered_at: now };
  const added = await tx
    .insertInto('secret_paper')
    .values({ id, ...row, number: facts.number, paper_date: facts.date, ...by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return sentAgain(context, id, facts);
  // The register holds what may be known; the record only that a line was added to it.
  const subject = { kind: 'secret_paper', id };
  const after = row.corrects_id === null ? undefined : { corrects: row.corrects_id };
  await record({ permit: allowed, kind: 'secret_paper.entered', subject, unitId: row.sender_id, after });
  return ok({ id });
}

async function sentAgain({ tx }: Context, id: string, { number, date }: PaperFacts): Promise<Result<Kept, LostRace>> {
  const there = await tx
    .selectFrom('secret_paper')
    .select('id')
    .where('id', '=', id)
    .where('number', '=', number)
    .where('paper_date', '=', date)
    .executeTakeFirst();
  return there ? ok({ id }) : refuse({ kind: 'lost_race', current: 1 });
}

export type ReceivePaper = { readonly id: string; readonly typed: TypedPaper };

export async function receivePaper(context: Context, { id, typed }: ReceivePaper): Promise<Result<Kept, PaperRefusal>> {
  const { tx, actor, now, record } = context;
  const paper = await tx
    .selectFrom('secret_paper')
    .select(['secret_paper.id', 'secret_paper.receiver_id', 'secret_paper.paper_date'])
    .where('secret_paper.id', '=', askedId(id))
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!paper) return refuse(notThere);
  const path = await carePathOf(tx, paper.receiver_id);
  const allowed = permitTo(secretRights, 'secret_paper.receive', actor, path);
  if (!allowed.ok) return allowed;
  const later = await tx.selectFrom('secret_paper').select('id').where('corrects_id', '=', id).executeTakeFirst();
  if (later) return refuse({ kind: 'already_corrected' });
  const read = readReceivedOn(typed, { paperDate: paper.paper_date, today: plainDateIn(now) });
  if (!read.ok) return read;
  if (actor.kind !== 'person') return refuse(notThere);
  const lender = allowed.value.holding?.forPersonId ?? null;
  const added = await tx
    .insertInto('secret_receipt')
    .values({
      paper_id: id,
      received_on: read.value,
      received_by: actor.personId,
      received_for: lender,
      entered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('paper_id')
    .executeTakeFirst();
  if (!added) return sameReceipt(context, id, read.value);
  const subject = { kind: 'secret_paper', id };
  await record({ permit: allowed.value, kind: 'secret_paper.received', subject, unitId: paper.receiver_id });
  return ok({ id });
}

async function sameReceipt({ tx }: Context, id: string, day: string): Promise<Result<Kept, AlreadyThere>> {
  const there = await tx
    .selectFrom('secret_receipt')
    .select('paper_id')
    .where('paper_id', '=', id)
    .where('received_on', '=', day)
    .executeTakeFirst();
  return there ? ok({ id }) : refuse({ kind: 'already_received' });
}
