/** The rules of a report of progress before it leaves the browser: those of the command. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { ProgressWrong } from './progress.ts';
import { readProgress } from './progress.ts';

export type ProgressFacts = {
  readonly today: PlainDate;
  /** What no text may name. */
  readonly secrets: readonly SecretScheme[];
};
type Fields = Readonly<Record<string, string>>;

/** The fields of the form by name: `ve` names a milestone, empty for the task itself. */
export function typedProgress(fields: Fields) {
  return { percent: fields['percent'] ?? '', asOf: fields['asOf'] ?? '', note: fields['note'] ?? '' };
}

export function checkProgress(fields: Fields, today: PlainDate): Result<undefined, ProgressWrong> {
  const read = readProgress(typedProgress(fields), { today, isMilestone: Boolean(fields['ve']) });
  return read.ok ? ok() : read;
}
