/** The names of a form's controls and what they say when it comes back. One form has a line for each indicator. */
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { TypedFigure } from './figures.ts';

export const lineField = {
  value: (code: string) => `so-${code}`,
  numerator: (code: string) => `tu-${code}`,
  denominator: (code: string) => `mau-${code}`,
  id: (code: string) => `ma-${code}`,
  version: (code: string) => `ban-${code}`,
  choice: (code: string) => `chon-${code}`,
  file: (code: string) => `tep-${code}`,
} as const;

export type TypedLine = {
  readonly indicatorCode: string;
  readonly id: string;
  readonly version: number | null;
  readonly typed: TypedFigure;
};

type Fields = Readonly<Record<string, string>>;

/** Lines with something in them; a line whose other version was chosen is left to that. */
export function linesIn(fields: Fields, codes: readonly string[], period: string): readonly TypedLine[] {
  return codes.flatMap((code) => {
    const said = (part: 'value' | 'numerator' | 'denominator') => fields[lineField[part](code)] ?? '';
    const figures = { value: said('value'), numerator: said('numerator'), denominator: said('denominator') };
    const isBlank = Object.values(figures).every((text) => text.trim() === '');
    const names = { version: lineField.version(code), choice: lineField.choice(code) };
    if (isBlank || keepsTheirs(fields, names)) return [];
    const version = versionIn(fields, names);
    const typed = { ...figures, period, asOfDate: fields['ngay'] ?? '', source: fields['nguon'] ?? '' };
    const id = fields[lineField.id(code)] ?? '';
    return [{ indicatorCode: code, id, version: version === 0 || Number.isNaN(version) ? null : version, typed }];
  });
}

/** The control at which a problem of a line stands. */
export function fieldOf(code: string, field: string): string {
  if (field === 'numerator' || field === 'denominator') return lineField[field](code);
  if (field === 'asOfDate') return 'ngay';
  if (field === 'source') return 'nguon';
  return lineField.value(code);
}
