import { typedIn } from '../../../platform/http.server.ts';
import { secretsIn } from '../../../platform/secrets.server.ts';
import { parkedForm, type ParkedForm } from './parkable.ts';

/** A larger body holds files, and files are not kept. */
const largestBody = 2 * 1024 * 1024;

export function isSmall(request: Request): boolean {
  return Number(request.headers.get('content-length') ?? Number.NaN) <= largestBody;
}

/** What a person typed into the form that this request sends, without its secrets and its files. */
export async function typedForm(request: Request): Promise<ParkedForm | undefined> {
  const { pathname, search } = new URL(request.url);
  const { fields, many } = await typedIn(request);
  const pairs = Object.keys(fields).flatMap((name) => many(name).map((value) => [name, value] as const));
  return parkedForm(pathname + ((await namesSecret(search)) ? '' : search), pairs);
}

/** What somebody searched for stands in the address; it is kept in the open and so goes by the same rule. */
async function namesSecret(search: string): Promise<boolean> {
  const pieces = [...new URLSearchParams(search).values()].map((text) => ({ at: 'search', text }));
  return (await secretsIn(pieces)).length > 0;
}
