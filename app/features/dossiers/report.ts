/**
 * A report of achievements: by sections of its form, or as an uploaded file. Which form is which in the decree's annex (Mẫu 02 to 12)
 * is inferred from a list of their names, and their bodies were not found: the sections here are the product's own default
 * (Nghị định 152/2025, Điều 33.9; docs/laws.md).
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays, lastDayOfMonth, plainDate, readPlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Holder } from '../awards/award.ts';
import type { DossierKind } from './dossier.ts';

export const reportForms = [
  'person_merit',
  'collective_merit',
  'household_merit',
  'sudden',
  'devotion',
  'movement',
  'national_fighter',
  'government_flag',
  'foreign_person',
  'foreign_collective',
] as const;
export type ReportForm = (typeof reportForms)[number];
export const reportSections = [
  'background',
  'duty',
  'results',
  'measures',
  'conduct',
  'service',
  'event',
  'movement_results',
  'ties',
  'remarks',
] as const;
export type ReportSection = (typeof reportSections)[number];

/** The number in the annex of the decree; null where none is known. Only 05 was read somewhere, the others are inferred. */
export const formNumbers: Readonly<
  Record<ReportForm, { readonly number: string | null; readonly isInferred: boolean }>
> = {
  person_merit: { number: '05', isInferred: false },
  collective_merit: { number: '04', isInferred: true },
  household_merit: { number: null, isInferred: true },
  sudden: { number: '06', isInferred: true },
  devotion: { number: '07', isInferred: true },
  movement: { number: '08', isInferred: true },
  national_fighter: { number: '03', isInferred: true },
  government_flag: { number: '02', isInferred: true },
  foreign_person: { number: '12', isInferred: true },
  foreign_collective: { number: '11', isInferred: true },
};

const merit = ['background', 'duty', 'results', 'measures', 'conduct'] as const;
export const sectionsOf: Readonly<Record<ReportForm, readonly ReportSection[]>> = {
  person_merit: merit,
  collective_merit: merit,
  household_merit: ['background', 'results', 'conduct'],
  sudden: ['background', 'event', 'results'],
  devotion: ['background', 'service', 'results', 'conduct'],
  movement: ['background', 'movement_results', 'measures', 'conduct'],
  national_fighter: merit,
  government_flag: merit,
  foreign_person: ['background', 'ties', 'results'],
  foreign_collective: ['background', 'ties', 'results'],
};
/** May stay empty. */
const optional: readonly ReportSection[] = ['remarks', 'measures'];

export function reportFormFor(kind: DossierKind, awardCode: string, holder: Holder): ReportForm {
  if (kind === 'sudden') return 'sudden';
  if (kind === 'movement') return 'movement';
  if (kind === 'devotion' || kind === 'tenure') return 'devotion';
  if (kind === 'foreign') return holder === 'person' ? 'foreign_person' : 'foreign_collective';
  if (awardCode === 'chien-si-thi-dua-toan-quoc') return 'national_fighter';
  if (awardCode === 'co-thi-dua-chinh-phu') return 'government_flag';
  if (holder === 'household') return 'household_merit';
  return holder === 'person' ? 'person_merit' : 'collective_merit';
}

export type ReportWords = Readonly<Partial<Record<ReportSection, string>>>;
export type ReportContent = { readonly untilOn: PlainDate | null; readonly sections: ReportWords };
export type ReportProblem = 'too_long' | 'not_a_day' | 'to_come';
export type ReportWrong = {
  readonly kind: 'report_wrong';
  readonly problems: readonly { readonly field: ReportSection | 'until'; readonly problem: ReportProblem }[];
};

export const sectionLimit = 20_000;

export function readReport(
  form: ReportForm,
  typed: Readonly<Record<string, string>>,
  today: PlainDate,
): Result<ReportContent, ReportWrong> {
  const day = (typed['until'] ?? '').trim();
  const untilOn = day === '' ? null : readPlainDate(day);
  const words = sectionsOf[form].map((section) => [section, (typed[section] ?? '').trim()] as const);
  const problems: ReportWrong['problems'][number][] = [
    ...(untilOn === undefined ? [{ field: 'until', problem: 'not_a_day' } as const] : []),
    ...(untilOn && untilOn > today ? [{ field: 'until', problem: 'to_come' } as const] : []),
    ...words.flatMap(([field, text]) => (text.length > sectionLimit ? [{ field, problem: 'too_long' } as const] : [])),
  ];
  if (untilOn === undefined || problems.length > 0) return refuse({ kind: 'report_wrong', problems });
  return ok({ untilOn, sections: Object.fromEntries(words.filter(([, text]) => text !== '')) });
}

export type ReportRemark =
  | { readonly kind: 'section_empty'; readonly section: ReportSection }
  | { readonly kind: 'section_short'; readonly section: ReportSection; readonly words: number }
  | { readonly kind: 'until_missing' }
  | { readonly kind: 'too_old'; readonly untilOn: PlainDate };

/** A default of the product: fewer syllables than this say little. */
const fewWords = 40;
/** Nghị định 152/2025, Điều 33.9: achievements up to at most six months before it is handed in. */
export const monthsOld = 6;

export function remarksOn(
  form: ReportForm,
  { untilOn, sections }: ReportContent,
  today: PlainDate,
): readonly ReportRemark[] {
  const of = (section: ReportSection): readonly ReportRemark[] => {
    const words = (sections[section] ?? '').split(/\s+/).filter(Boolean).length;
    if (words === 0) return optional.includes(section) ? [] : [{ kind: 'section_empty', section }];
    return words < fewWords && section === 'results' ? [{ kind: 'section_short', section, words }] : [];
  };
  return [
    ...(untilOn === null ? [{ kind: 'until_missing' } as const] : []),
    ...(untilOn !== null && untilOn < monthsBefore(today, monthsOld) ? [{ kind: 'too_old', untilOn } as const] : []),
    ...sectionsOf[form].flatMap(of),
  ];
}

/** Every section that its form needs is written. */
export function isWhole(form: ReportForm, sections: ReportWords): boolean {
  return sectionsOf[form].every((section) => optional.includes(section) || (sections[section] ?? '') !== '');
}

/** The same day so many months earlier, or the last of that month. */
export function monthsBefore(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const [then, at] = [Math.floor(count / 12), (count % 12) + 1];
  const last = lastDayOfMonth(then, at);
  const same = plainDate(then, at, Math.min(date, Number(last.slice(8))));
  return addDays(same, 0);
}
