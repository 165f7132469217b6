/**
 * A unit's report in a round: what it writes for the sections of the round's form, and tables that fill themselves. State
 * secrets never enter: text that names a scheme under the rules on state secrets is refused, whatever the door.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const reportStages = ['draft', 'presented', 'signed', 'received', 'returned'] as const;
export type ReportStage = (typeof reportStages)[number];

export const sectionKinds = ['narrative', 'indicators', 'pledges'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export type Section = {
  readonly position: number;
  readonly kind: SectionKind;
  readonly heading: string;
  readonly guidance: string;
  readonly isRequired: boolean;
};

export type Text = { readonly position: number; readonly body: string };

/** An indicator of the unit: what it is to reach in the year, and the last verified value by the end of the round's days. */
export type IndicatorRow = {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly goal: string | null;
  readonly goalHigh: string | null;
  readonly isPledge: boolean;
  readonly value: string | null;
  readonly period: string | null;
};
export type PledgeLine = {
  readonly about: string;
  readonly wording: string;
  readonly value: string | null;
  readonly unitOfMeasure: string | null;
};
export type FilledSection =
  | { readonly position: number; readonly kind: 'narrative'; readonly heading: string; readonly body: string }
  | {
      readonly position: number;
      readonly kind: 'indicators';
      readonly heading: string;
      readonly rows: readonly IndicatorRow[];
    }
  | {
      readonly position: number;
      readonly kind: 'pledges';
      readonly heading: string;
      readonly rows: readonly PledgeLine[];
    };

/** A report as it was signed: read from here alone ever after. */
export type SentContent = {
  readonly form: { readonly name: string; readonly edition: number };
  readonly round: string;
  readonly unit: string;
  readonly days: { readonly first: PlainDate; readonly last: PlainDate };
  readonly sections: readonly FilledSection[];
};

export type SecretScheme = { readonly code: string; readonly name: string };

export type TextProblem =
  | { readonly kind: 'text_missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'names_secret'; readonly code: string };
export type TextRefusal = {
  readonly kind: 'report_wrong';
  readonly problems: readonly { readonly position: number; readonly problem: TextProblem }[];
};

const longest = 20_000;

/** A draft may have gaps; every narrative section comes back, empty where nothing was typed. */
export function readTexts(
  sections: readonly Section[],
  typed: (position: number) => string,
  secrets: readonly SecretScheme[],
): Result<readonly Text[], TextRefusal> {
  const texts = sections
    .filter(({ kind }) => kind === 'narrative')
    .map(({ position }) => ({ position, body: typed(position).trim() }));
  const problems = texts.flatMap(({ position, body }): TextRefusal['problems'] => {
    const secret = secrets.find((scheme) => namesScheme(body, scheme));
    if (secret) return [{ position, problem: { kind: 'names_secret', code: secret.code } }];
    return body.length > longest ? [{ position, problem: { kind: 'too_long', limit: longest } }] : [];
  });
  return problems.length > 0 ? refuse({ kind: 'report_wrong', problems }) : ok(texts);
}

/** Before it is signed, what is asked for is there. */
export function missingTexts(sections: readonly Section[], texts: readonly Text[]): Result<undefined, TextRefusal> {
  const written = new Map(texts.map(({ position, body }) => [position, body.trim()]));
  const problems = sections
    .filter(({ position, isRequired }) => isRequired && !written.get(position))
    .map(({ position }) => ({ position, problem: { kind: 'text_missing' } as const }));
  return problems.length > 0 ? refuse({ kind: 'report_wrong', problems }) : ok();
}

/** By its code however it is written, by its number, or by its whole name. */
export function namesScheme(text: string, { code, name }: SecretScheme): boolean {
  const said = fold(text).replaceAll(/\s+/g, ' ');
  const [letters = '', digits = ''] = code.toLowerCase().split('-');
  const number = `0*${Number(digits)}`;
  const byCode = new RegExp(`\\b(?:${letters}[\\s._–-]*|de an ?(?:so)? ?:? ?)${number}\\b`);
  const wholeName = fold(name);
  return byCode.test(said) || (wholeName.length >= 20 && said.includes(wholeName));
}
