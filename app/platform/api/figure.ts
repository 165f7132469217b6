/** Figures in the API: JSON numbers, or plain decimals in quotes where more digits are needed than a number holds. */
import { z } from 'zod';
import { decimal } from '../../kernel/decimal.ts';

const plain = z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/);

export const figureGiven = z.union([z.number(), plain]);

/** As a person would type it, for commands that read what is typed: the comma is the decimal mark, and nothing groups. */
export function typedFigure(given: number | string | undefined): string | undefined {
  return given === undefined ? undefined : decimal(given).toFixed().replace('.', ',');
}

export function figureOut(stored: string): number;
export function figureOut(stored: string | null): number | null;
export function figureOut(stored: string | null): number | null {
  return stored === null ? null : Number(stored);
}
