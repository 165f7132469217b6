/** An initiative as its form sends it: fields by name, authors and figures as numbered rows. */
import type { InitiativePart, Serves, TypedInitiative } from './initiative.ts';

type Fields = Readonly<Record<string, string>>;

const authorFields = ['name', 'place', 'share', 'person'] as const;
const effectFields = ['what', 'unitOfMeasure', 'before', 'after'] as const;

/** The name of a field in the form; rows count from 0. */
export function partName(part: InitiativePart): string {
  if ('author' in part) return `tac-gia-${part.author}-${part.field}`;
  return 'effect' in part ? `so-${part.effect}-${part.field}` : part.field;
}

export function typedInitiative(fields: Fields): TypedInitiative {
  return {
    fields,
    authors: rowsIn(fields, 'tac-gia').map((author) =>
      pick(authorFields, (field) => fields[partName({ author, field })]),
    ),
    effects: rowsIn(fields, 'so').map((effect) => pick(effectFields, (field) => fields[partName({ effect, field })])),
  };
}

function rowsIn(fields: Fields, prefix: string): readonly number[] {
  const numbers = Object.keys(fields).map((name) => Number(new RegExp(`^${prefix}-(\\d{1,2})-`).exec(name)?.[1] ?? -1));
  return Array.from({ length: Math.max(-1, ...numbers) + 1 }, (_, at) => at);
}

function pick<Name extends string>(names: readonly Name[], of: (name: Name) => string | undefined) {
  return Object.fromEntries(names.map((name) => [name, of(name) ?? ''])) as Readonly<Record<Name, string>>;
}

type Stored = Omit<TypedInitiative, 'fields'> & { readonly fields: Fields };

/** As the form shows it when it is drawn from what is stored. */
export function fieldsOf({ fields, authors, effects }: Stored): Fields {
  const rows = [
    ...authors.flatMap((row, author) =>
      authorFields.map((field) => [partName({ author, field }), row[field] ?? ''] as const),
    ),
    ...effects.flatMap((row, effect) =>
      effectFields.map((field) => [partName({ effect, field }), row[field]] as const),
    ),
  ];
  return { ...fields, ...Object.fromEntries(rows) };
}

/** Rows to draw: those there are, and some empty ones. */
export function rowsToDraw(fields: Fields, prefix: 'tac-gia' | 'so', spare: number): readonly number[] {
  const filled = rowsIn(fields, prefix).filter((at) =>
    Object.entries(fields).some(([name, value]) => name.startsWith(`${prefix}-${at}-`) && value !== ''),
  );
  return Array.from({ length: Math.max(3, (filled.at(-1) ?? -1) + 1 + spare) }, (_, at) => at);
}

/** `DA-07` is a scheme, `DA-07.2` one of its criteria. */
export function servesIn(text: string | undefined): Serves {
  const [schemeCode = '', rest] = (text ?? '').trim().split('.');
  if (schemeCode === '') return { schemeCode: null, criterionCode: null };
  return { schemeCode, criterionCode: rest === undefined ? null : `${schemeCode}.${rest}` };
}
