/** The year in the address, else the year it is in the province. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Edge } from '../../platform/command.server.ts';

export function yearAsked(edge: Edge, request: Request): number {
  const asked = readYear(new URL(request.url).searchParams.get('nam') ?? '');
  return asked ?? Number(plainDateIn(edge.services.clock()).slice(0, 4));
}

export function readYear(text: string): number | undefined {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
  return year >= 2000 && year <= 2100 ? year : undefined;
}
