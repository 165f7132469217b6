/**
 * Which bodies are asked about whom (Nghị định 152/2025/NĐ-CP, Điều 34), and which nominees are shown to the people (Điều 44): read from
 * data with their source. The simplified procedure (Luật Điều 85) asks nobody.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { LawBook } from '../awards/law/law-book.ts';
import { clockOf, needsCouncil, needsPublicList } from '../awards/law/law-book.ts';
import type { FactState } from '../awards/law/provision.ts';

/** A null says: whatever it is. */
export type AskedBody = {
  readonly id: string;
  readonly body: string;
  readonly unitId: string | null;
  readonly awardCode: string | null;
  readonly awardLevel: string | null;
  readonly dossierKind: string | null;
  readonly holderGroup: string | null;
  readonly silenceAgrees: boolean;
  readonly basis: string;
  readonly state: FactState;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
};

/** One nominee, as far as the rules ask. */
export type Asked = {
  readonly nomineeId: string;
  readonly awardCode: string;
  readonly awardLevel: string;
  readonly dossierKind: string;
  readonly holderGroup: string | null;
};
export type Of = { readonly simplified: string | null; readonly day: PlainDate; readonly nominees: readonly Asked[] };

export function concerns(rule: AskedBody, one: Asked): boolean {
  return (
    (rule.awardCode === null || rule.awardCode === one.awardCode) &&
    (rule.awardLevel === null || rule.awardLevel === one.awardLevel) &&
    (rule.dossierKind === null || rule.dossierKind === one.dossierKind) &&
    (rule.holderGroup === null || rule.holderGroup === one.holderGroup)
  );
}

export type BodyToAsk = { readonly rule: AskedBody; readonly nomineeIds: readonly string[] };

/** One line for each body, however many rules name it. */
export function bodiesToAsk(rules: readonly AskedBody[], { simplified, day, nominees }: Of): readonly BodyToAsk[] {
  if (simplified !== null) return [];
  const named = rules
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))
    .map((rule) => ({ rule, nominees: nominees.filter((one) => concerns(rule, one)) }))
    .filter((one) => one.nominees.length > 0);
  return [...Map.groupBy(named, ({ rule }) => rule.body.toLowerCase()).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const ids = [first, ...more].flatMap((one) => one.nominees.map(({ nomineeId }) => nomineeId));
    return [{ rule: first.rule, nomineeIds: [...new Set(ids)] }];
  });
}

export type ListToShow = {
  readonly nomineeIds: readonly string[];
  readonly workingDays: number;
  readonly sources: readonly { readonly article: string; readonly basis: string }[];
};

/** Undefined when nobody has to be shown. */
export function listToShow(book: LawBook, { simplified, day, nominees }: Of): ListToShow | undefined {
  const asked = nominees.flatMap(({ nomineeId, awardCode }) => {
    const rule = needsPublicList(book, awardCode, day);
    return rule && (simplified === null || !rule.content.unlessSimplified) ? [{ nomineeId, rule }] : [];
  });
  if (asked.length === 0) return undefined;
  return {
    nomineeIds: asked.map(({ nomineeId }) => nomineeId),
    workingDays: Math.max(...asked.map(({ rule }) => rule.content.workingDays)),
    sources: [
      ...new Map(asked.map(({ rule: { article, basis } }) => [`${article} ${basis}`, { article, basis }])).values(),
    ],
  };
}

/** For a list that no rule demands: as long as the decree has it, where that is known. */
export const usualListDays = (book: LawBook, day: PlainDate) =>
  clockOf(book, 'public_list', day)?.content.workingDays ?? 10;
export const opinionDays = (book: LawBook, day: PlainDate) => clockOf(book, 'opinion', day)?.content.workingDays ?? 10;

/** The longest term that any of their awards has; undefined where none is known. */
export function appraisalDays(book: LawBook, { day, nominees }: Omit<Of, 'simplified'>): number | undefined {
  const known = nominees.flatMap(
    ({ awardCode }) => clockOf(book, 'appraise', day, awardCode)?.content.workingDays ?? [],
  );
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Awards on which the council advises by what was read; where nothing is laid down a person decides. */
export function councilAwards(book: LawBook, { simplified, day, nominees }: Of): readonly string[] {
  if (simplified !== null) return [];
  const codes = [...new Set(nominees.map(({ awardCode }) => awardCode))];
  return codes.filter((code) => needsCouncil(book, code, day)?.content.needed);
}
