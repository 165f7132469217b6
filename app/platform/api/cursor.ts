/** Where a page ended: an instant and an id, in a form nobody takes for something to change by hand. */
import { z } from 'zod';

export type Cursor = { readonly enteredAt: Date; readonly id: string };

const place = z.tuple([z.iso.datetime(), z.uuid()]);

export function writeCursor({ enteredAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([enteredAt.toISOString(), id])).toString('base64url');
}

export function readCursor(text: string): Cursor | undefined {
  try {
    const read = place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? { enteredAt: new Date(read.data[0]), id: read.data[1] } : undefined;
  } catch {
    return undefined;
  }
}

/** As a parameter: what is no cursor of ours is refused. */
export const cursorQuery = z
  .string()
  .max(200)
  .refine((text) => readCursor(text) !== undefined)
  .optional();
