/**
 * A unit's report in a round: what it writes for the sections of the round's form, and tables that fill themselves. State
 * secrets never enter: text that names a scheme under the rules on state secrets is refused, whatever the door.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Status } from '../indicators/indicator.ts';
import type { Recognised } from '../initiatives/initiative.ts';
import type { ReportedFinding } from '../inspections/finding.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import { namedIn } from '../secrecy/naming.ts';

export const reportStages = ['draft', 'presented', 'signed', 'received', 'returned'] as const;
export type ReportStage = (typeof reportStages)[number];

/** What a section of a form asks for: texts, papers, or nothing, because its table fills itself. */
export const sectionKinds = [
  'narrative',
  'criteria',
  'indicator_list',
  'indicators',
  'pledges',
  'plans',
  'initiatives',
  'findings',
  'attachments',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** One of several texts of a section: about a criterion of a scheme (its code), or about an indicator. */
export type SectionPart = { readonly part: string; readonly heading: string; readonly group: string | null };

/** A section as it is asked of one unit, in the order of its edition. */
export type Section = {
  /** The section's own number through all editions of its form: what was typed for it stays with it. */
  readonly position: number;
  readonly kind: SectionKind;
  readonly heading: string;
  readonly guidance: string;
  readonly isRequired: boolean;
  readonly parts: readonly SectionPart[];
};

/** `part` is empty for the text of a section as a whole. */
export type Slot = { readonly position: number; readonly part: string };
export type Text = Slot & { readonly body: string };

/**
 * An indicator of the unit: what it is to reach in the year, and the last verified value by the end of the round's days.
 * What adds up over the year is judged by what came in so far; `soFar` and `status` are not in what was signed before
 * they were shown.
 */
export type IndicatorRow = {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly goal: string | null;
  readonly goalHigh: string | null;
  readonly isPledge: boolean;
  readonly value: string | null;
  readonly period: string | null;
  readonly soFar?: { readonly value: string; readonly until: string } | null;
  readonly status?: Status | null;
};
export type PledgeLine = {
  readonly about: string;
  readonly wording: string;
  readonly value: string | null;
  readonly unitOfMeasure: string | null;
};
/** A plan of the unit in force in the year: how far its tasks are, by weight, and what of it is late. */
export type PlanLine = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly percent: string;
  readonly tasks: number;
  readonly lateTasks: number;
  readonly lateMilestones: number;
};
/** An initiative of the unit that was recognised in the round's time. */
export type InitiativeLine = Omit<Recognised, 'unitKind'>;
/** What an inspection found at the unit, and how far its remedy was at the round's last day. */
export type FindingLine = Pick<
  ReportedFinding,
  'id' | 'inspectionId' | 'byUnitName' | 'statement' | 'remedy' | 'dueOn' | 'standing'
>;
export type FilledPart = SectionPart & { readonly body: string; readonly row: IndicatorRow | null };
export type FiledPaper = { readonly id: string; readonly name: string; readonly size: number; readonly hash: string };

type Filled<Kind extends SectionKind, Content> = {
  readonly position: number;
  readonly kind: Kind;
  readonly heading: string;
} & Content;
export type FilledSection =
  | Filled<'narrative', { readonly body: string }>
  | Filled<'criteria', { readonly body: string; readonly parts: readonly FilledPart[] }>
  | Filled<'indicator_list', { readonly parts: readonly FilledPart[] }>
  | Filled<'indicators', { readonly rows: readonly IndicatorRow[] }>
  | Filled<'pledges', { readonly rows: readonly PledgeLine[] }>
  | Filled<'plans', { readonly rows: readonly PlanLine[] }>
  | Filled<'initiatives', { readonly rows: readonly InitiativeLine[] }>
  | Filled<'findings', { readonly rows: readonly FindingLine[] }>
  | Filled<'attachments', { readonly files: readonly FiledPaper[] }>;

/** A report as it was signed: read from here alone ever after. */
export type SentContent = {
  readonly form: { readonly name: string; readonly edition: number };
  readonly round: string;
  readonly unit: string;
  readonly days: { readonly first: PlainDate; readonly last: PlainDate };
  readonly sections: readonly FilledSection[];
};

export type TextProblem =
  | { readonly kind: 'text_missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'names_secret'; readonly code: string };
export type TextRefusal = {
  readonly kind: 'report_wrong';
  readonly problems: readonly (Slot & { readonly problem: TextProblem })[];
};

const longest = 20_000;

export type Typed = (position: number, part: string) => string;

/** A draft may have gaps; every text that the sections ask for comes back, empty where nothing was typed. */
export function readTexts(
  sections: readonly Section[],
  typed: Typed,
  secrets: readonly SecretScheme[],
): Result<readonly Text[], TextRefusal> {
  return readSlots(sections.flatMap(slotsOf), typed, secrets);
}

export function readSlots(
  slots: readonly Slot[],
  typed: Typed,
  secrets: readonly SecretScheme[],
): Result<readonly Text[], TextRefusal> {
  const texts = slots.map(({ position, part }) => ({ position, part, body: typed(position, part).trim() }));
  const problems = texts.flatMap(({ position, part, body }): TextRefusal['problems'] => {
    const code = namedIn(body, secrets);
    if (code) return [{ position, part, problem: { kind: 'names_secret', code } }];
    return body.length > longest ? [{ position, part, problem: { kind: 'too_long', limit: longest } }] : [];
  });
  return problems.length > 0 ? refuse({ kind: 'report_wrong', problems }) : ok(texts);
}

/** The texts a section asks for. Whatever of the schemes has no criterion of the unit's is written for the whole. */
export function slotsOf({ position, kind, parts }: Section): readonly Slot[] {
  const whole = { position, part: '' };
  const each = parts.map(({ part }) => ({ position, part }));
  switch (kind) {
    case 'narrative':
      return [whole];
    case 'criteria':
      return [whole, ...each];
    case 'indicator_list':
      return each;
    case 'indicators':
    case 'pledges':
    case 'plans':
    case 'initiatives':
    case 'findings':
    case 'attachments':
      return [];
  }
}

export const slotKey = ({ position, part }: Slot): string => `${position} ${part}`;

/**
 * Before it is signed, what is asked for is there: the text of a narrative, a word on each indicator of a list, something
 * about the schemes, a paper. `papersAt` names the sections that have one.
 */
export function missingTexts(
  sections: readonly Section[],
  texts: readonly Text[],
  papersAt: readonly number[] = [],
): Result<undefined, TextRefusal> {
  const written = new Set(texts.filter(({ body }) => body.trim() !== '').map(slotKey));
  const isWritten = (slot: Slot) => written.has(slotKey(slot));
  const problems = sections
    .filter(({ isRequired }) => isRequired)
    .flatMap((section) => missingIn(section, isWritten, papersAt))
    .map((slot) => ({ ...slot, problem: { kind: 'text_missing' } as const }));
  return problems.length > 0 ? refuse({ kind: 'report_wrong', problems }) : ok();
}

function missingIn(section: Section, isWritten: (slot: Slot) => boolean, papersAt: readonly number[]): readonly Slot[] {
  const { position, kind } = section;
  const slots = slotsOf(section);
  if (kind === 'attachments') return papersAt.includes(position) ? [] : [{ position, part: '' }];
  if (kind === 'criteria') return slots.some(isWritten) ? [] : slots.slice(0, 1);
  return slots.filter((slot) => !isWritten(slot));
}

export type LeftOver = { readonly heading: string; readonly body: string };

/** What was written for sections that the form no longer has: shown, never lost. `known` are slots of other editions. */
export function leftOver(
  sections: readonly Section[],
  texts: readonly Text[],
  known: readonly (Slot & { readonly heading: string })[],
): readonly LeftOver[] {
  const asked = new Set(sections.flatMap(slotsOf).map(slotKey));
  const headings = new Map(known.map((slot) => [slotKey(slot), slot.heading]));
  return texts
    .filter((text) => text.body.trim() !== '' && !asked.has(slotKey(text)))
    .map((text) => ({ heading: headings.get(slotKey(text)) ?? text.part, body: text.body }));
}
