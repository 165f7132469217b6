/** Writes an operation down: what is not said is nothing taken, and `run` knows the types of what the schemas let through. */
import { z } from 'zod';
import type { Edge } from '../command.server.ts';
import type { Asked, Content, Operation } from './operation.ts';
import { defaultMaxBody } from './operation.ts';
import type { Problem } from './problem.ts';

type Described<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = Pick<
  Operation,
  'id' | 'method' | 'path' | 'tag' | 'summary' | 'about' | 'auth' | 'answers'
> &
  Partial<Pick<Operation, 'maxBody' | 'takesKey' | 'problems' | 'csv'>> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly run: (
      edge: Edge,
      asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
    ) => Promise<Content | Problem>;
  };

const nothing = z.object({});
type Nothing = typeof nothing;

export function operation<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(described: Described<Params, Query, Body>): Operation {
  const { params, query, body, run, ...rest } = described;
  return {
    maxBody: defaultMaxBody,
    takesKey: false,
    problems: [],
    csv: undefined,
    ...rest,
    params: params ?? nothing,
    query: query ?? nothing,
    body,
    run: run as Operation['run'],
  };
}
