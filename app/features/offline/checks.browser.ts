/**
 * The rules of the product, run in the browser: the same files as the commands use, and the same words. Loaded only where
 * a form asks for them.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { EntryFacts } from '../actuals/check-entry.ts';
import { checkEntry } from '../actuals/check-entry.ts';
import { entryText, lineProblems } from '../actuals/text.ts';
import type { ProgressFacts } from '../plans/check-progress.ts';
import { checkProgress } from '../plans/check-progress.ts';
import { planProblems } from '../plans/text.ts';
import { namedIn } from '../secrecy/naming.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { ReportFacts } from '../rounds/check-report.ts';
import { checkReport } from '../rounds/check-report.ts';
import { reportProblems, textProblemText } from '../rounds/text.ts';

export type Problem = { readonly field?: string; readonly label?: string; readonly message: string };
type Fields = Readonly<Record<string, string>>;
type Sent = readonly (readonly [string, string])[];

/** A kept page may be old and a clock may be wrong: the later day refuses least, and the product decides in the end. */
const later = (drawn: string, now: Date): string => [drawn, plainDateIn(now)].toSorted().at(-1) ?? drawn;

const checks: Readonly<
  Record<string, (fields: Fields, facts: unknown, files: readonly string[]) => readonly Problem[]>
> = {
  report: (fields, facts) => {
    const about = facts as ReportFacts;
    const checked = checkReport(fields, about);
    return checked.ok ? [] : reportProblems(checked.refusal, { sections: about.sections, paperAt: 0 });
  },
  entry: (fields, facts, files) => {
    const about = facts as EntryFacts;
    const { isEmpty, faults } = checkEntry(fields, about, { today: later(about.today, new Date()), files });
    if (isEmpty) return [{ message: entryText.empty }];
    return lineProblems(faults, new Map(about.lines.map(({ rule }) => [rule.code, rule])));
  },
  progress: (fields, facts) => {
    const checked = checkProgress(fields, later((facts as ProgressFacts).today, new Date()));
    return checked.ok ? [] : planProblems(checked.refusal);
  },
};

export function problemsOf(
  { check, facts }: { readonly check: string; readonly facts: unknown },
  sending: { readonly fields: Sent; readonly files: readonly string[] },
): readonly Problem[] {
  const found = checks[check]?.(Object.fromEntries(sending.fields), facts, sending.files) ?? [];
  return found.length > 0
    ? found
    : secretsNamed(sending.fields, (facts as { secrets: readonly SecretScheme[] }).secrets);
}

/** What every form refuses (typedIn), said before it is kept to be sent. */
function secretsNamed(fields: Sent, secrets: readonly SecretScheme[]): readonly Problem[] {
  return fields.flatMap(([field, text]) => {
    const code = namedIn(text, secrets);
    return code === undefined ? [] : [{ field, message: textProblemText({ kind: 'names_secret', code }) }];
  });
}
