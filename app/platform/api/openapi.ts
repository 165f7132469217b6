/** OpenAPI 3.1, written from the operations themselves: what is described is what is checked and what is answered. */
import { z } from 'zod';
import { csvType, jsonType } from './negotiation.ts';
import type { Operation } from './operation.ts';
import { problemKinds, problemPath, problemStatus } from './problem.ts';
import type { ProblemKind } from './problem.ts';
import { openApiText, problemText } from './text.ts';

type Json = { readonly [name: string]: unknown };

/** Schemas with a name of their own stand once, under `components`. */
export const components = z.registry<{ readonly id: string }>();

export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  components.add(schema, { id });
  return schema;
}

const fieldError = z.object({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  detail: z.string(),
});

const problem = named(
  'Problem',
  z.object({
    type: z.enum(problemKinds.map(problemPath)),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    errors: z.array(fieldError).optional(),
    reference: z.string().optional(),
  }),
);

export function openApi(operations: readonly Operation[], version: string): Json {
  const collected = new Map<string, unknown>();
  const write = writer(collected);
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const at = (paths[operation.path] ??= {});
    at[operation.method.toLowerCase()] = operationOf(operation, write);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: openApiText.title,
      version,
      description: openApiText.about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...collected].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: openApiText.token } },
    },
  };
}

type Write = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** What is named is taken out of each schema and put among the components. */
function writer(collected: Map<string, unknown>): Write {
  return (schema, io) => {
    const written = z.toJSONSchema(schema, { io, metadata: components as never, unrepresentable: 'any' });
    const {
      $schema: _,
      $defs = {},
      id: _id,
      ...own
    } = JSON.parse(JSON.stringify(written).replaceAll('#/$defs/', '#/components/schemas/')) as Record<
      string,
      unknown
    > & { $defs?: Record<string, Json> };
    for (const [id, { id: _own, ...definition }] of Object.entries($defs)) collected.set(id, definition);
    const entry = components.get(schema);
    if (!entry) return own;
    if (!('$ref' in own)) collected.set(entry.id, own);
    return { $ref: `#/components/schemas/${entry.id}` };
  };
}

export type Parameter = { readonly name: string; readonly about: string };

/** The parameters in an address, for people: names and what they mean. */
export function parametersFor({ query, params }: Operation): readonly Parameter[] {
  const shapes = Object.entries({ ...params.shape, ...query.shape });
  return shapes.map(([name, schema]) => ({ name, about: (schema as z.ZodType).description ?? '' }));
}

function operationOf(operation: Operation, write: Write): Json {
  const { id, tag, summary, about, auth, body } = operation;
  const parameters = [
    ...parametersOf(operation.params, 'path', write),
    ...parametersOf(operation.query, 'query', write),
    ...(operation.takesKey ? [keyParameter] : []),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(about && { description: about }),
    security: auth === 'public' ? [{}, { token: [] }] : [{ token: auth === 'any_token' ? [] : [auth] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { [jsonType]: { schema: write(body, 'input') } } } }),
    responses: { ...answersOf(operation, write), ...problemsOf(operation, write) },
  };
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: openApiText.key,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

function parametersOf(schema: z.ZodObject, place: 'path' | 'query', write: Write): readonly Json[] {
  const written = write(schema, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(written.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || (written.required ?? []).includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function answersOf(operation: Operation, write: Write): Json {
  const answers = Object.entries(operation.answers).map(([status, { about, schema }]) => [
    status,
    {
      description: about,
      content: {
        [jsonType]: { schema: write(schema, 'output') },
        ...(operation.csv && { [csvType]: { schema: { type: 'string' } } }),
      },
    },
  ]);
  return {
    ...Object.fromEntries(answers),
    ...(operation.method === 'GET' && { 304: { description: openApiText.notModified } }),
  };
}

/** What can go wrong follows from what is asked for; an operation adds its own. */
export function problemsFor({ auth, params, query, body, problems }: Operation): readonly ProblemKind[] {
  const has = (schema: z.ZodObject) => Object.keys(schema.shape).length > 0;
  return [
    ...(has(query) ? (['invalid_query'] as const) : []),
    'unauthorized',
    ...(auth === 'public' || auth === 'any_token' ? [] : (['not_scoped'] as const)),
    ...(has(params) ? (['not_there'] as const) : []),
    'not_acceptable',
    ...(body
      ? (['malformed_body', 'broken_text', 'too_large', 'unsupported_media', 'invalid_body', 'names_secret'] as const)
      : []),
    ...problems,
    'too_many',
    'fault',
    'unavailable',
  ];
}

function problemsOf(operation: Operation, write: Write): Json {
  const byStatus = Map.groupBy(problemsFor(operation), (kind) => problemStatus[kind]);
  const content = { 'application/problem+json': { schema: write(problem, 'output') } };
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      { description: [...new Set(kinds)].map((kind) => problemText[kind].title).join('; '), content },
    ]),
  );
}
