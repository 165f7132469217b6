/** Parameters that several operations share. */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Problem } from './problem.ts';
import { openApiText } from './text.ts';

export const plainDate = z.iso.date();

/** As known on a day, said the API's way or as the pages' addresses say it. */
export const knownOnQuery = {
  knownOn: plainDate.optional().describe(openApiText.knownOn),
  ngay: plainDate.optional().describe(openApiText.ngay),
};

type KnownOn = { readonly knownOn?: PlainDate | undefined; readonly ngay?: PlainDate | undefined };

/** Undefined is the present. A day to come cannot be known. */
export function knownOnOf({ knownOn, ngay }: KnownOn, today: PlainDate): Result<PlainDate | undefined, Problem> {
  const day = knownOn ?? ngay;
  if (day === undefined || day <= today) return ok(day);
  const parameter = knownOn === undefined ? 'ngay' : 'knownOn';
  return refuse({ kind: 'invalid_query', errors: [{ parameter, detail: openApiText.future }] });
}

/** Which part of a list, and how many rows where nothing is asked. */
export function pageQuery({ most, usual }: { readonly most: number; readonly usual: number }) {
  return {
    limit: z.coerce.number().int().min(1).max(most).default(usual).describe(openApiText.limit),
    page: z.coerce.number().int().min(1).max(100_000).default(1).describe(openApiText.page),
  };
}

export const yearAsked = z.coerce.number().int().min(2000).max(2100).optional();

export const codeParams = z.object({ code: z.string().max(80).describe(openApiText.code) });
export const idParams = z.object({ id: z.uuid().describe(openApiText.id) });
