/**
 * A report form as it is made in the app: editions of one family, each a list of sections. What a section is about stays
 * (its kind, its number); its words, place and whom it is for may change from edition to edition.
 */
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { SecretScheme } from '../../secrecy/naming.ts';
import type { SectionKind } from '../report.ts';
import { namesScheme } from '../../secrecy/naming.ts';
import { sectionKinds } from '../report.ts';

export const formStages = ['draft', 'published', 'withdrawn'] as const;
export type FormStage = (typeof formStages)[number];

export type SectionWanted = {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly guidance: string;
  readonly isRequired: boolean;
  /** Null: of every unit. */
  readonly unitKinds: readonly string[] | null;
  readonly indicatorCodes: readonly string[];
};
export type FormSection = SectionWanted & { readonly position: number; readonly place: number };

export type FormField = 'ten' | 'loai' | 'tieu-de' | 'huong-dan' | 'bat-buoc' | 'nhom' | 'chi-tieu';
export type FormProblem =
  | { readonly kind: 'name_missing' }
  | { readonly kind: 'heading_missing' }
  | { readonly kind: 'text_long'; readonly limit: number }
  | { readonly kind: 'kind_unknown' }
  | { readonly kind: 'fills_itself' }
  | { readonly kind: 'group_unknown' }
  | { readonly kind: 'no_indicator' }
  | { readonly kind: 'names_secret'; readonly code: string };
export type FormWrong = {
  readonly kind: 'form_wrong';
  readonly problems: readonly { readonly field: FormField; readonly problem: FormProblem }[];
};
type Found = FormWrong['problems'][number];

const longestName = 200;
const longestGuidance = 2000;
const tables: readonly SectionKind[] = ['indicators', 'pledges', 'plans', 'initiatives', 'findings'];

export const fillsItself = (kind: SectionKind): boolean => tables.includes(kind);

export function readName(typed: string | undefined, secrets: readonly SecretScheme[]): Result<string, FormWrong> {
  const name = typed?.trim() ?? '';
  const missing: readonly Found[] = name === '' ? [{ field: 'ten', problem: { kind: 'name_missing' } }] : [];
  const problems = [...missing, ...wordProblems('ten', name, { limit: longestName, secrets })];
  return problems.length > 0 ? refuse({ kind: 'form_wrong', problems }) : ok(name);
}

export type TypedSection = {
  readonly fields: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly indicators: readonly string[];
};
type Known = {
  readonly secrets: readonly SecretScheme[];
  readonly groups: readonly string[];
  readonly indicators: readonly string[];
  /** Of a section that is there already. */
  readonly kind?: SectionKind | undefined;
};

export function readSection(typed: TypedSection, known: Known): Result<SectionWanted, FormWrong> {
  const { fields, groups, indicators } = typed;
  const kind = known.kind ?? sectionKinds.find((each) => each === fields['loai']);
  const heading = fields['tieu-de']?.trim() ?? '';
  const guidance = fields['huong-dan']?.trim() ?? '';
  const isRequired = fields['bat-buoc'] === 'on';
  const codes = kind === 'indicator_list' ? known.indicators.filter((code) => indicators.includes(code)) : [];
  const { secrets } = known;
  const problems: readonly Found[] = [
    ...(kind ? [] : [wrong('loai', 'kind_unknown')]),
    ...(heading === '' ? [wrong('tieu-de', 'heading_missing')] : []),
    ...wordProblems('tieu-de', heading, { limit: longestName, secrets }),
    ...wordProblems('huong-dan', guidance, { limit: longestGuidance, secrets }),
    ...(kind && isRequired && fillsItself(kind) ? [wrong('bat-buoc', 'fills_itself')] : []),
    ...(groups.every((group) => known.groups.includes(group)) ? [] : [wrong('nhom', 'group_unknown')]),
    ...(kind === 'indicator_list' && codes.length === 0 ? [wrong('chi-tieu', 'no_indicator')] : []),
  ];
  if (problems.length > 0 || !kind) return refuse({ kind: 'form_wrong', problems });
  const unitKinds = groups.length === 0 ? null : groups;
  return ok({ kind, heading, guidance, isRequired, unitKinds, indicatorCodes: codes });
}

type Bare = 'kind_unknown' | 'heading_missing' | 'fills_itself' | 'group_unknown' | 'no_indicator';
const wrong = (field: FormField, kind: Bare): Found => ({ field, problem: { kind } });

function wordProblems(
  field: FormField,
  words: string,
  { limit, secrets }: { readonly limit: number; readonly secrets: readonly SecretScheme[] },
): readonly Found[] {
  const secret = secrets.find((scheme) => namesScheme(words, scheme));
  if (secret) return [{ field, problem: { kind: 'names_secret', code: secret.code } }];
  return words.length > limit ? [{ field, problem: { kind: 'text_long', limit } }] : [];
}

/** The section one place up or down, the neighbour in its stead; as it was at either end. */
export function moved<Placed extends { readonly position: number }>(
  sections: readonly Placed[],
  position: number,
  way: 'up' | 'down',
): readonly Placed[] {
  const at = sections.findIndex((section) => section.position === position);
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [sections[at], sections[to]];
  if (!one || !other) return sections;
  return sections.map((section, index) => (index === at ? other : index === to ? one : section));
}
