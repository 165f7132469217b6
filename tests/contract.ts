/** Holds what the API really answers against docs/openapi.json, by a validator that knows nothing of our schemas. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { apiDescription } from '../app/api.server.ts';
import type { Answered } from './api.ts';

type Described = { readonly content?: Readonly<Record<string, { readonly schema: object }>> };

const description = apiDescription() as {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>
  >;
  readonly components: object;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (on: Ajv2020) => void)(ajv);

/** What is wrong with an answer; empty when it is as described. */
export function breaches(method: 'get' | 'post', path: string, answer: Answered): readonly string[] {
  const { status, headers, json } = answer;
  const described = description.paths[path]?.[method]?.responses[String(status)];
  if (!described) return [`${method} ${path} answers ${status}, which is not described`];
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  const schema = described.content?.[type]?.schema;
  if (!schema) return [`${method} ${path} answers ${type}, which is not described`];
  const validate = ajv.compile({ ...schema, components: description.components });
  return validate(json) ? [] : [JSON.stringify(validate.errors)];
}
