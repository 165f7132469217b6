/** Asking the app without a browser, and reading what came back the way somebody curious would: unpacked. */
import { strFromU8, unzipSync } from 'fflate';

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Headers;
};

type Asked = {
  readonly cookie?: string;
  readonly token?: string;
  readonly accept?: string;
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

let addresses = 0;

/** Each from an address of its own, so that the brake on an address does not hide what is asked. */
export async function ask(url: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { cookie, token, accept, form, json } = asked;
  addresses += 1;
  const response = await fetch(url + path, {
    method: (asked.method ?? (form ? 'POST' : 'GET')).toUpperCase(),
    redirect: 'manual',
    headers: {
      origin: url,
      // Packing and unpacking costs both sides; that pages are packed is the gate's own test.
      'accept-encoding': 'identity',
      'x-forwarded-for': `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`,
      ...(cookie && { cookie }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(accept && { accept }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...asked.headers,
    },
    ...(form && { body: new URLSearchParams(form) }),
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const told = ['location', 'content-disposition']
    .map((name) => decodeURI(response.headers.get(name) ?? ''))
    .join('\n');
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: `${told}\n${textOf(bytes)}`, headers: response.headers };
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('docProps/'));
  return files.map(([, content]) => strFromU8(content)).join('\n');
}

/** Goes through them a few at a time: the app, its database and the reader each have something to do meanwhile. */
export async function inLanes<Item>(items: readonly Item[], visit: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await visit(item);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}

export const isPage = ({ type }: Answer): boolean => type.startsWith('text/html');

/** What a page says to eyes and ears. */
export function spoken(html: string): string {
  const attributes = [...html.matchAll(/\s(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, text]) => text);
  const words = html
    .replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<code[\s\S]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ');
  return [words, ...attributes].join('\n');
}

export type SentForm = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** The forms of a page that change something, filled in. */
export function postForms(html: string, path: string): readonly SentForm[] {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)];
  return forms
    .filter(([, head = '']) => /method="post"/i.test(head) && !head.includes('/dang-xuat'))
    .map(([, head = '', body = '']) => ({
      action: /action="([^"]*)"/.exec(head)?.[1]?.replaceAll('&amp;', '&') ?? path,
      fields: Object.fromEntries(
        [...body.matchAll(/<(?:input|textarea|select|button)([^>]*)>/g)].flatMap(([, attributes = '']) => {
          const name = /\sname="([^"]*)"/.exec(attributes)?.[1];
          const value = /\svalue="([^"]*)"/.exec(attributes)?.[1];
          return name ? [[name, value || 'zz']] : [];
        }),
      ),
    }));
}
