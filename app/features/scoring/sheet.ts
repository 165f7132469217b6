/** The form of a whole card: fields of each criterion carry its code. What was not touched since the form was drawn is not sent on. */
import type { TypedScore } from './score-form.ts';

export const sheetParts = ['points', 'state', 'reason', 'version', 'was', 'keep'] as const;
export type SheetPart = (typeof sheetParts)[number];
type Fields = Readonly<Record<string, string>>;

/** A code may hold what an id may not. */
export function sheetField(part: SheetPart, code: string): string {
  return `${part}.${encodeURIComponent(code)}`;
}

export function codesIn(fields: Fields): readonly string[] {
  return Object.keys(fields).flatMap((name) => codeIn(name, 'version'));
}

/** Those at which something was typed, in a form that stands on no version. */
export function scoredCodesIn(fields: Fields): readonly string[] {
  const codes = Object.keys(fields).flatMap((name) => [...codeIn(name, 'points'), ...codeIn(name, 'state')]);
  return [...new Set(codes)].filter((code) => {
    const { state, points } = typedAt(fields, code);
    return state !== '' || points.trim() !== '';
  });
}

function codeIn(name: string, part: SheetPart): readonly string[] {
  if (!name.startsWith(`${part}.`)) return [];
  try {
    return [decodeURIComponent(name.slice(part.length + 1))];
  } catch {
    // Nobody's form wrote it.
    return [];
  }
}

export function typedAt(fields: Fields, code: string): TypedScore {
  const of = (part: SheetPart) => fields[sheetField(part, code)] ?? '';
  return { state: of('state'), points: of('points'), reason: of('reason') };
}
