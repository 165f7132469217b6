/** Between a web request and the commands: who asks, what was typed, and what a refusal means to a browser. */
import { createContext, data, redirect } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Actor, Person } from '../kernel/actor.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Edge } from './command.server.ts';

export const edgeContext = createContext<Edge>();

type Handed = { readonly context: Readonly<RouterContextProvider> };

export function edgeOf({ context }: Handed): Edge {
  return context.get(edgeContext);
}

/** The signed-in person, else off to sign-in and back here afterwards. */
export function personAt(edge: Edge, request: Request): Person {
  if (isPerson(edge.actor)) return edge.actor;
  const url = new URL(request.url);
  throw redirect(`/dang-nhap?toi=${encodeURIComponent(url.pathname + url.search)}`);
}

function isPerson(actor: Actor): actor is Person {
  return actor.kind === 'person';
}

const statuses: Readonly<Record<string, number>> = {
  not_there: 404,
  not_allowed: 403,
  not_yours: 403,
  not_scoped: 403,
  four_eyes: 403,
  wrong_stage: 409,
  lost_race: 409,
  too_large: 413,
  too_many: 429,
  storage_full: 507,
};

/** The only place where a refusal becomes a number. Whatever is not listed is something the sender can mend: 422. */
export function statusOf(refusal: Refusal): number {
  return statuses[refusal.kind] ?? 422;
}

/** The action's answer when it was refused: the page is drawn again with what was typed. */
export function refused<Reason extends Refusal, Answer extends object>(refusal: Reason, answer: Answer) {
  return data({ ...answer, refusal }, { status: statusOf(refusal) });
}

/** For loaders: a thing that is not there, or not for this person to know. */
export function pageNotFound(): never {
  throw data({ refusal: { kind: 'not_there' } }, { status: 404 });
}

export type Fields = Readonly<Record<string, string>>;
/** `many` holds every value of a repeated name (check boxes); `fields` the last one. */
export type Typed = {
  readonly fields: Fields;
  readonly many: (name: string) => readonly string[];
  readonly files: FormData;
};

/** Reads an action's body: text composed (NFC), trimmed at line ends only, so that what was typed can be shown again. */
export async function typedIn(request: Request): Promise<Typed> {
  const form = await request.formData();
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.normalize('NFC')] as const] : [],
  );
  return {
    fields: Object.fromEntries(texts),
    many: (name) => texts.filter(([key]) => key === name).map(([, value]) => value),
    files: form,
  };
}

/** A place to go on to that came with the request: our own paths only, never another site. */
export function ownPath(given: string | undefined, otherwise: string): string {
  return given !== undefined && /^\/(?![/\\])/.test(given) && !/[\r\n]/.test(given) ? given : otherwise;
}
