/** The API on a port of its own, over whatever services a test has; tokens are real ones, made through their command. */
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi } from '../app/api.server.ts';
import { createApiToken, actorOfToken } from '../app/features/identity/tokens/api-tokens.server.ts';
import { stranger } from '../app/kernel/actor.ts';
import type { Person, Scope } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import { act } from '../app/platform/command.server.ts';
import type { Desk } from './desk.ts';

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the body is no JSON. */
  readonly json: Record<string, unknown> | undefined;
};

export type Call = {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly bytes?: Uint8Array<ArrayBuffer> | string;
};

export type Served = {
  readonly call: (path: string, call?: Call) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    call: async (path, { method, token, headers, json, bytes } = {}) => {
      const body = json === undefined ? bytes : JSON.stringify(json);
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: readJson(text) };
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The product's own operations, by token or as a stranger. */
export function serveApi({ services }: Desk): Promise<Served> {
  return serve(
    answerApi(async (_request, token) => {
      const actor = token === undefined ? stranger : await actorOfToken(services, token);
      return actor && { services, actor, via: 'api', address: '192.0.2.250' };
    }),
  );
}

export async function tokenFor(desk: Desk, person: Person, ...scopes: readonly Scope[]): Promise<string> {
  const given = { name: 'Phần mềm mẫu', scopes, days: 30 };
  return expectOk(await act(desk.edge(person), (context) => createApiToken(context, person, given)));
}
