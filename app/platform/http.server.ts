/** Between a web request and the commands: who asks, what was typed, and what a refusal means to a browser. */
import { isMultipartRequest } from '@remix-run/multipart-parser';
import { createContext, data, redirect } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Actor, Person } from '../kernel/actor.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Edge } from './command.server.ts';
import type { Database } from './db.server.ts';
import { composedText } from './files/utf8.ts';
import type { FormRefusal, UploadedFile, UploadedForm } from './files/multipart.server.ts';
import { readForm } from './files/multipart.server.ts';
import { formText } from './files/text.ts';
import { passwords } from './passwords.ts';
import type { SecretFound } from './secrets.server.ts';
import { secretInFile, secretsIn } from './secrets.server.ts';

export const edgeContext = createContext<Edge>();
/** Set when it could not be learned who asks; then there is no edge. */
export const edgeFaultContext = createContext<{ readonly fault: unknown; readonly db: Database } | null>(null);

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
  body_too_large: 413,
  file_too_large: 413,
  too_many: 429,
  storage_full: 507,
};

/** The only place where a refusal becomes a number. Whatever is not listed is something the sender can mend: 422. */
export function statusOf(refusal: Refusal): number {
  return statuses[refusal.kind] ?? 422;
}

/** The action's answer when it was refused: the page is drawn again with what was typed. */
export function refused<Reason extends Refusal, Answer extends object>(refusal: Reason, answer: Answer) {
  const wait = waitOf(refusal);
  return data(
    { ...answer, refusal },
    { status: statusOf(refusal), ...(wait && { headers: { 'Retry-After': String(wait) } }) },
  );
}

/** In seconds, where a brake says for how long. */
function waitOf(refusal: Refusal & { readonly minutes?: unknown }): number | undefined {
  return refusal.kind === 'too_many' && typeof refusal.minutes === 'number' ? refusal.minutes * 60 : undefined;
}

/** For loaders: a thing that is not there, or not for this person to know. */
export function pageNotFound(): never {
  throw data({ refusal: { kind: 'not_there' } }, { status: 404 });
}

/** For loaders: a page for other roles. That it exists is no secret. */
export function pageForbidden(): never {
  throw data({ refusal: { kind: 'not_allowed' } }, { status: 403 });
}

/** For pages of administration: whose role only sleeps is sent to give a second factor, and back here afterwards. */
export function administrationClosed(person: Person, request: Request, otherwise = pageForbidden): never {
  if (!person.asleep?.includes('administrator')) return otherwise();
  const { pathname, search } = new URL(request.url);
  throw redirect(`/tai-khoan/xac-thuc-hai-lop?toi=${encodeURIComponent(pathname + search)}`);
}

export type Fields = Readonly<Record<string, string>>;
/** `many` holds every value of a repeated name (check boxes); `fields` the last one. */
export type Typed = {
  readonly fields: Fields;
  readonly many: (name: string) => readonly string[];
  readonly uploads: readonly UploadedFile[];
};

/** What a form said of something that is handled off the system: shown to its writer to mend, and kept nowhere. */
export type ToldSecret = {
  /** Where the form wanted to go, with its query. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly found: readonly SecretFound[];
};

/** Fields whose own page refuses such words, beside what it asks there: its command checks them, whatever the door. */
type Telling = { readonly tells?: (field: string) => boolean };
const none = () => false;

/**
 * Reads an action's body: text composed (NFC), otherwise untouched, so that what was typed can be shown again. A body
 * that cannot be read at all (too large, broken) ends the request with a page that says so; one that names what is handled off the
 * system with a page that shows what was typed, to be mended and sent again.
 */
export async function typedIn(request: Request, { tells = none }: Telling = {}): Promise<Typed> {
  const form = await formIn(request);
  if (!form.ok) throw data({ sentence: formText(form.refusal) }, { status: statusOf(form.refusal) });
  const { fields, files } = form.value;
  const found = (await secretsOf(form.value)).filter(({ at, file }) => file !== undefined || !tells(at));
  if (found.length > 0) throw data({ secret: toldOf(request, form.value, found) }, { status: 422 });
  return {
    fields: Object.fromEntries([...fields].map(([name, values]) => [name, values.at(-1) ?? ''])),
    many: (name) => fields.get(name) ?? [],
    uploads: files,
  };
}

async function secretsOf({ fields, files }: UploadedForm): Promise<readonly SecretFound[]> {
  const pieces = [...fields].flatMap(([at, values]) => values.map((text) => ({ at, text })));
  const inFiles = await Promise.all(files.map(secretInFile));
  return [...(await secretsIn(pieces.filter(({ at }) => !isPassword(at)))), ...inFiles.flat()];
}

const isPassword = (name: string) => passwords.includes(name);

function toldOf(request: Request, { fields }: UploadedForm, found: readonly SecretFound[]): ToldSecret {
  const { pathname, search } = new URL(request.url);
  const pairs = [...fields].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return { path: pathname + search, fields: pairs.filter(([name]) => !isPassword(name)), found };
}

const maxTextForm = 2 * 1024 * 1024;

async function formIn(request: Request): Promise<Result<UploadedForm, FormRefusal>> {
  if (isMultipartRequest(request)) return readForm(request);
  const body = await textIn(request);
  if (body === undefined) return refuse({ kind: 'body_too_large', limit: maxTextForm });
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    // A replacement mark that was not sent as one stands for bytes that are not UTF-8.
    if (value.includes('\uFFFD') && !/%EF%BF%BD/i.test(body)) return refuse({ kind: 'broken_utf8_field' });
    fields.set(name, [...(fields.get(name) ?? []), composedText(value)]);
  }
  return ok({ fields, files: [] });
}

/** Undefined when there is more than a form of text may have, whatever length was announced. */
async function textIn(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxTextForm) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
