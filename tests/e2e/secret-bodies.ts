/** Every place for free text in every body that the API takes, read off the operations themselves: a new one is met without being named here. */
import { z } from 'zod';
import { operations } from '../../app/api.server.ts';
import { newId } from '../../app/platform/id.server.ts';

type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
};
type Path = readonly (string | number)[];

export type SecretBody = {
  readonly id: string;
  readonly path: string;
  readonly pointer: string;
  readonly json: unknown;
};

/** The least that the schema lets pass, with the sentence in one place; one body for each place. */
export function secretBodies(sentence: string): readonly SecretBody[] {
  return operations.flatMap(({ id, path, body }) => {
    if (!body) return [];
    const schema = z.toJSONSchema(body, { io: 'input', reused: 'inline', unrepresentable: 'any' }) as Schema;
    return placesIn(schema).map((place) => ({
      id,
      path: path.replaceAll(/\{\w+\}/g, newId()),
      pointer: ['#', ...place].join('/'),
      json: bodyOf(schema, place, sentence),
    }));
  });
}

const choicesOf = ({ anyOf, oneOf }: Schema) => anyOf ?? oneOf;
const isFree = ({ enum: list, const: only, format, pattern }: Schema) =>
  list === undefined && only === undefined && format === undefined && pattern === undefined;

function placesIn(schema: Schema, at: Path = []): readonly Path[] {
  const choices = choicesOf(schema);
  if (choices) return choices.flatMap((one) => placesIn(one, at));
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) => placesIn(inner, [...at, name]));
  if (schema.items) return placesIn(schema.items, [...at, 0]);
  return schema.type === 'string' && isFree(schema) ? [at] : [];
}

/** `place`: what is left of the way to the sentence; undefined beside it. */
function bodyOf(schema: Schema, place: Path | undefined, sentence: string): unknown {
  const choices = choicesOf(schema);
  if (choices) {
    const fit = choices.find((one) => place === undefined || placesIn(one).some((way) => way.join() === place.join()));
    return bodyOf(fit ?? choices[0] ?? {}, place, sentence);
  }
  if (schema.properties) {
    const [next, ...rest] = place ?? [];
    const names = Object.keys(schema.properties).filter((name) => schema.required?.includes(name) || name === next);
    const inner = (name: string) => bodyOf(schema.properties?.[name] ?? {}, name === next ? rest : undefined, sentence);
    return Object.fromEntries(names.map((name) => [name, inner(name)]));
  }
  if (schema.items) return [bodyOf(schema.items, place?.slice(1), sentence)];
  return place === undefined ? valueOf(schema) : fitting(schema, sentence);
}

/** Where there is no room for the sentence, at least what it names. */
const fitting = ({ maxLength = 1_000 }: Schema, sentence: string) =>
  sentence.length <= maxLength ? sentence : 'Đề án 17';

const tries = ['2026-01-05', '2026-01', '2026', '1', newId(), 'KT-06', 'mau'];

function valueOf({ type, enum: list, const: only, pattern, format, minimum }: Schema): unknown {
  if (only !== undefined) return only;
  if (list) return list[0];
  if (type === 'integer' || type === 'number') return Math.max(minimum ?? 1, 1);
  if (type === 'boolean') return true;
  if (type !== 'string') return null;
  if (format === 'date') return '2026-01-05';
  if (format === 'uuid') return newId();
  return pattern === undefined ? 'mau' : (tries.find((text) => new RegExp(pattern, 'u').test(text)) ?? 'mau');
}
