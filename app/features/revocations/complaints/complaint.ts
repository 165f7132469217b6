/**
 * Complaints and denunciations about commendation. Their terms stand in laws that were not read: how many days each step has is a setting of the province, none until it
 * is set. Whoever sent it is sealed; whom it is about never learns of it here.
 */
import { isPlainDate } from '../../../kernel/calendar.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { Role } from '../../../kernel/actor.ts';
import type { Rights } from '../../../kernel/permit.ts';
import type { Hand, Procedure } from '../../../kernel/procedure.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';

export const complaintKinds = ['complaint', 'denunciation'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
export const complaintStages = ['received', 'accepted', 'declined', 'answered', 'withdrawn'] as const;
export type ComplaintStage = (typeof complaintStages)[number];
export const complaintMoves = ['accept', 'decline', 'answer', 'withdraw'] as const;
export type ComplaintMove = (typeof complaintMoves)[number];

/** At the body that handles it, and above. */
export const handlingRoles: readonly Role[] = ['inspector', 'appraiser', 'head'];
const handlers: readonly Hand<'handler'>[] = handlingRoles.map((role) => ({ role, at: 'handler' }));

/** Each end says why: the answer, the reason. */
export const complaintProcedure: Procedure<ComplaintStage, ComplaintMove, 'handler'> = {
  received: {
    accept: { to: 'accepted', by: handlers },
    decline: { to: 'declined', by: handlers, needs: ['reason'] },
    withdraw: { to: 'withdrawn', by: handlers, needs: ['reason'] },
  },
  accepted: {
    answer: { to: 'answered', by: handlers, needs: ['reason'] },
    withdraw: { to: 'withdrawn', by: handlers, needs: ['reason'] },
  },
  declined: {},
  answered: {},
  withdrawn: {},
};

export const complaintRights = {
  register: { by: handlingRoles },
  see_sender: { by: ['inspector', 'appraiser'] },
} as const satisfies Rights<string>;

export type Sender = { readonly name: string; readonly contact: string };
export type NewComplaint = {
  readonly kind: ComplaintKind;
  readonly about: string;
  readonly content: string;
  readonly receivedOn: PlainDate;
  /** Undefined: it came without a name. */
  readonly sender: Sender | undefined;
};
export type TypedComplaint = Readonly<Record<string, string | undefined>>;
export const complaintFields = ['kind', 'about', 'content', 'receivedOn', 'sender', 'contact'] as const;
export type ComplaintField = (typeof complaintFields)[number];
export type ComplaintProblem = 'missing' | 'not_offered' | 'no_date' | 'in_future' | 'too_long';
export type ComplaintWrong = {
  readonly kind: 'complaint_wrong';
  readonly problems: readonly { readonly field: ComplaintField; readonly problem: ComplaintProblem }[];
};
const longest = { about: 300, content: 20_000, sender: 200, contact: 500 } as const;

export function readComplaint(typed: TypedComplaint, today: PlainDate): Result<NewComplaint, ComplaintWrong> {
  const text = (field: ComplaintField) => (typed[field] ?? '').trim();
  const kind = complaintKinds.find((each) => each === typed['kind']);
  const on = text('receivedOn');
  const problems = [
    ...(kind ? [] : [{ field: 'kind', problem: typed['kind'] ? 'not_offered' : 'missing' } as const]),
    ...(['about', 'content'] as const).flatMap((field) =>
      text(field) === '' ? [{ field, problem: 'missing' } as const] : [],
    ),
    ...(['about', 'content', 'sender', 'contact'] as const).flatMap((field) =>
      text(field).length > longest[field] ? [{ field, problem: 'too_long' } as const] : [],
    ),
    ...(on === '' ? [{ field: 'receivedOn', problem: 'missing' } as const] : []),
    ...(on !== '' && !isPlainDate(on) ? [{ field: 'receivedOn', problem: 'no_date' } as const] : []),
    ...(isPlainDate(on) && on > today ? [{ field: 'receivedOn', problem: 'in_future' } as const] : []),
  ];
  if (problems.length > 0 || !kind) return refuse({ kind: 'complaint_wrong', problems });
  const [name, contact] = [text('sender'), text('contact')];
  const sender = name === '' && contact === '' ? undefined : { name, contact };
  return ok({ kind, about: text('about'), content: text('content'), receivedOn: on, sender });
}
