/**
 * What stops a dossier from leaving appraisal: every nominee concluded on, every flag decided, bodies asked and answered or their
 * term over, the list shown long enough and its opinions handled. The simplified procedure (Luật Điều 85) asks for neither opinion.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { FlagEffect } from './flag.ts';
import type { Conclusion } from './conclusion.ts';
import type { ListState, RequestState } from './opinion.ts';

export type NomineeReadiness = {
  readonly nomineeId: string;
  readonly name: string;
  readonly outcome: 'open' | 'granted' | 'refused' | 'removed';
  readonly conclusion: Conclusion | null;
  /** Of flags that stand. */
  readonly flags: readonly { readonly id: string; readonly effect: FlagEffect | null }[];
};
export type DossierReadiness = {
  readonly simplified: string | null;
  readonly nominees: readonly NomineeReadiness[];
  /** Demanded by the rules of the day. */
  readonly bodies: readonly string[];
  readonly requests: readonly {
    readonly body: string;
    readonly state: RequestState;
    readonly dueOn: PlainDate | null;
  }[];
  readonly mustShow: readonly string[];
  readonly list:
    | {
        readonly state: ListState;
        readonly closesOn: PlainDate;
        readonly nomineeIds: readonly string[];
        readonly unhandled: number;
      }
    | undefined;
};

export type Block =
  | { readonly kind: 'nobody_left' }
  | { readonly kind: 'not_concluded'; readonly names: readonly string[] }
  | { readonly kind: 'flags_undecided'; readonly names: readonly string[] }
  | { readonly kind: 'bodies_not_asked'; readonly bodies: readonly string[] }
  | { readonly kind: 'answers_awaited'; readonly bodies: readonly string[]; readonly dueOn: PlainDate }
  | { readonly kind: 'list_missing'; readonly names: readonly string[] }
  | { readonly kind: 'list_open'; readonly closesOn: PlainDate; readonly mayClose: boolean }
  | { readonly kind: 'opinions_unhandled'; readonly count: number };

export function blocksOf(one: DossierReadiness, today: PlainDate): readonly Block[] {
  const open = one.nominees.filter(({ outcome }) => outcome === 'open');
  const own = [
    ...(open.length === 0 ? [{ kind: 'nobody_left' } as const] : []),
    ...named('not_concluded', open, ({ conclusion }) => conclusion === null),
    ...named('flags_undecided', open, ({ flags }) => flags.some(({ effect }) => effect === null)),
  ];
  return one.simplified === null ? [...own, ...askedBlocks(one, today), ...listBlocks(one, open, today)] : own;
}

function named(
  kind: 'not_concluded' | 'flags_undecided' | 'list_missing',
  some: readonly NomineeReadiness[],
  isSo: (one: NomineeReadiness) => boolean,
): readonly Block[] {
  const names = some.filter(isSo).map(({ name }) => name);
  return names.length > 0 ? [{ kind, names }] : [];
}

/** A body that was waived counts as asked; one whose term is over as silent, though the sweep has not written it yet. */
function askedBlocks({ bodies, requests }: DossierReadiness, today: PlainDate): readonly Block[] {
  const asked = new Set(requests.map(({ body }) => body.toLowerCase()));
  const missing = bodies.filter((body) => !asked.has(body.toLowerCase()));
  const awaited = requests.filter(({ state, dueOn }) => state === 'waiting' && dueOn !== null && today <= dueOn);
  const last = awaited
    .map(({ dueOn }) => dueOn ?? '')
    .toSorted()
    .at(-1);
  return [
    ...(missing.length > 0 ? [{ kind: 'bodies_not_asked', bodies: missing } as const] : []),
    ...(last === undefined
      ? []
      : [{ kind: 'answers_awaited', bodies: awaited.map(({ body }) => body), dueOn: last } as const]),
  ];
}

function listBlocks(
  { mustShow, list }: DossierReadiness,
  open: readonly NomineeReadiness[],
  today: PlainDate,
): readonly Block[] {
  const shown = new Set(list?.nomineeIds);
  const missing = named('list_missing', open, ({ nomineeId }) => mustShow.includes(nomineeId) && !shown.has(nomineeId));
  if (!list) return missing;
  const isOpen = list.state === 'open';
  return [
    ...missing,
    ...(isOpen ? [{ kind: 'list_open', closesOn: list.closesOn, mayClose: today > list.closesOn } as const] : []),
    ...(list.unhandled > 0 ? [{ kind: 'opinions_unhandled', count: list.unhandled } as const] : []),
  ];
}
