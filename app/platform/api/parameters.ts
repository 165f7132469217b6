/** Parameters that several operations share. */
import { z } from 'zod';
import type { PlainDate } from '../../kernel/calendar.ts';
import { openApiText } from './text.ts';

export const plainDate = z.iso.date();

/** As known on a day, said the API's way or as the pages' addresses say it. */
export const knownOnQuery = {
  knownOn: plainDate.optional().describe(openApiText.knownOn),
  ngay: plainDate.optional().describe(openApiText.ngay),
};

export function knownOnOf(query: {
  readonly knownOn?: PlainDate | undefined;
  readonly ngay?: PlainDate | undefined;
}): PlainDate | undefined {
  return query.knownOn ?? query.ngay;
}

export const codeParams = z.object({ code: z.string().max(80).describe(openApiText.code) });
export const idParams = z.object({ id: z.uuid().describe(openApiText.id) });
