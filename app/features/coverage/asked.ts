/** The view in the address: grouped by what, and whose names stand behind which number. */
import type { Aspect, Asking, GroupedBy } from './coverage.ts';
import { aspectAddress, aspects, waysToGroup } from './coverage.ts';
import type { LeadAsking } from './leads.ts';
import { leadAspectAddress, leadAspects } from './leads.ts';

/** In an address: every group, and those without one. */
const EVERY = 'tat-ca';
const NONE = 'khong-co';

export type Viewed = {
  readonly by: GroupedBy;
  /** Whose names are listed; nothing while no number was opened. */
  readonly opened: Asking | undefined;
  /** The same of lead bodies; never both. */
  readonly openedLeads: LeadAsking | undefined;
};

export function readViewed(query: URLSearchParams): Viewed {
  const by = waysToGroup.find((each) => each === query.get('theo')) ?? 'kind';
  const wants = wantsIn(query);
  if (wants === undefined) return { by, opened: undefined, openedLeads: undefined };
  const leadAspect = leadAspects.find((each) => leadAspectAddress[each] === query.get('viec'));
  if (leadAspect) return { by, opened: undefined, openedLeads: { aspect: leadAspect, wants } };
  const aspect = aspects.find((each) => aspectAddress[each] === query.get('viec')) ?? 'kept';
  const named = query.get('nhom') ?? EVERY;
  const group = named === EVERY ? null : named === NONE ? '' : named;
  return { by, opened: { by, aspect, wants, group }, openedLeads: undefined };
}

const wantsAddress: Readonly<Record<Asking['wants'], string>> = { has: 'du', lacks: 'thieu' };

function wantsIn(query: URLSearchParams): Asking['wants'] | undefined {
  return (['has', 'lacks'] as const).find((each) => wantsAddress[each] === query.get('xem'));
}

/** What an address says beside its path, for one number; `group` undefined: of every group. */
export function openedQuery(
  by: GroupedBy,
  {
    aspect,
    wants,
    group,
  }: { readonly aspect: Aspect; readonly wants: Asking['wants']; readonly group?: string | null },
): Readonly<Record<string, string>> {
  const nhom = group === undefined ? EVERY : (group ?? NONE);
  return { theo: by, viec: aspectAddress[aspect], xem: wantsAddress[wants], nhom };
}

/** The same for a number of lead bodies, which stand in no group. */
export function openedLeadsQuery({ aspect, wants }: LeadAsking): Readonly<Record<string, string | undefined>> {
  return { viec: leadAspectAddress[aspect], xem: wantsAddress[wants], nhom: undefined };
}

/**
 * What the reminder is asked to be about, as its address names it, and the kind of duty by which the list of duties is
 * narrowed (of a plan and a pledge there are two); nothing where nobody owes it by a duty of the product.
 */
const remindedOf: Readonly<Partial<Record<Aspect, { readonly about: string; readonly kind?: string }>>> = {
  received: { about: 'tiep-nhan', kind: 'tiep-nhan' },
  planned: { about: 'ke-hoach', kind: 'ke-hoach' },
  pledged: { about: 'dang-ky', kind: 'dang-ky' },
  kept: { about: 'pt-1.2' },
  initiative: { about: 'pt-1.4', kind: 'sang-kien' },
};
/** More codes than an address can carry. */
const mostInAddress = 200;

export type Reminder = {
  readonly about: string;
  /** All of them at once; nothing where an address cannot name them. */
  readonly all: string | undefined;
  /** Where they stand among all duties, to be narrowed further. */
  readonly list: string;
};

/** Where the units that lack it are reminded: chosen ones by `about`, all of them by one address. */
export function reminderOf(asking: Asking, codes: readonly string[]): Reminder | undefined {
  const { aspect, wants, group, by } = asking;
  const reminded = remindedOf[aspect];
  if (reminded === undefined || wants === 'has' || codes.length === 0) return undefined;
  const { about, kind } = reminded;
  const at = (whom: [string, string][]) => `/don-doc/moi?${new URLSearchParams([['viec', about], ...whom])}`;
  const list = `/don-doc?xem=tat-ca${kind ? `&loai=${kind}` : ''}`;
  // Of a commitment in every group nobody need be named: whoever owes it is meant. A kind of duty may be owed for more.
  if (group === null && about !== kind) return { about, all: at([]), list };
  if (codes.length <= mostInAddress) return { about, all: at(codes.map((code) => ['don-vi', code])), list };
  const { viec: _named, ...ofGroup } = openedQuery(by, { aspect, wants, group: group || null });
  return { about, all: group === null ? undefined : at(Object.entries(ofGroup)), list };
}
