/**
 * What an operation of the API is: where it answers, what it takes, what it gives back, who may ask. Routing, checks,
 * OpenAPI and the page for people are all read off this one description.
 */
import type { z } from 'zod';
import type { Scope } from '../../kernel/actor.ts';
import type { Edge } from '../command.server.ts';
import type { Value } from '../spreadsheet/workbook.ts';
import type { Problem } from './problem.ts';

export type Method = 'GET' | 'POST';

export type Content = {
  readonly kind: 'content';
  readonly status: 200 | 201;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Without Record<…> where nothing is taken, so that a description without parameters needs no schema. */
export type Asked<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly header: (name: string) => string | null;
};

export type Answer = { readonly about: string; readonly schema: z.ZodType };

/** One row of the table for each item; headings are the names of the fields. */
export type Csv = {
  readonly headings: readonly string[];
  readonly rows: (body: unknown) => readonly (readonly Value[])[];
};

export type Operation = {
  readonly id: string;
  readonly method: Method;
  /** Under `/api/v1`, parameters in braces: `/indicators/{code}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly about?: string | undefined;
  readonly auth: 'public' | 'any_token' | Scope;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  /** In bytes. */
  readonly maxBody: number;
  readonly takesKey: boolean;
  readonly answers: Readonly<Partial<Record<200 | 201, Answer>>>;
  readonly problems: readonly Problem['kind'][];
  readonly csv: Csv | undefined;
  readonly run: (edge: Edge, asked: Asked<never, never, never>) => Promise<Content | Problem>;
};

export const defaultMaxBody = 256 * 1024;

export function content(
  body: unknown,
  status: 200 | 201 = 200,
  headers: Readonly<Record<string, string>> = {},
): Content {
  return { kind: 'content', status, body, headers };
}

/** Names each column and says what stands in it; `items` are the rows. */
export function csvOf<Item>(columns: Readonly<Record<string, (item: Item) => Value>>): Csv {
  const cells = Object.values(columns);
  const itemsOf = (body: unknown) => (body as { readonly items: readonly Item[] }).items;
  return {
    headings: Object.keys(columns),
    rows: (body) => itemsOf(body).map((item) => cells.map((cell) => cell(item))),
  };
}
