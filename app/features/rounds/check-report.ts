/** The rules of a report before it leaves the browser: those of the command, on what the form carries with it. */
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { fieldAt } from './report-fields.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { Section, TextRefusal } from './report.ts';
import { missingTexts, readTexts } from './report.ts';

export type ReportFacts = {
  readonly sections: readonly Section[];
  readonly secrets: readonly SecretScheme[];
  /** Sections that have a paper already. */
  readonly papersAt: readonly number[];
};
type Fields = Readonly<Record<string, string>>;

export function checkReport(
  fields: Fields,
  { sections, secrets, papersAt }: ReportFacts,
): Result<undefined, TextRefusal> {
  const texts = readTexts(sections, (position, part) => fields[fieldAt(position, part)] ?? '', secrets);
  if (!texts.ok) return texts;
  const isLeaving = fields['viec'] === 'present' || fields['viec'] === 'sign';
  return isLeaving ? missingTexts(sections, texts.value, papersAt) : ok();
}
