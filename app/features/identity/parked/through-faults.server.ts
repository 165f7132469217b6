/**
 * Stands before everything: a request that ends in a fault is answered by a page that says whether the database can be
 * reached and, for a form, shows what was typed, to be sent again. Nothing is lost to an outage but the time.
 */
import { sql } from 'kysely';
import { data } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Database } from '../../../platform/db.server.ts';
import { edgeFaultContext, edgeOf } from '../../../platform/http.server.ts';
import type { ParkedForm } from './parkable.ts';
import { isParkable } from './parkable.ts';
import { isSmall, typedForm } from './typed-form.server.ts';

type Handed = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

/** What the page of a fault tells; the fault itself is in the log. */
export type ToldFault = { readonly isDatabaseAway: boolean; readonly unsaved: ParkedForm | undefined };

const patience = 2_000;

export async function answerFaults({ request, context }: Handed, next: () => Promise<Response>): Promise<Response> {
  const spare = spareOf(request);
  const broken = context.get(edgeFaultContext);
  if (broken === null) {
    const response = await next();
    // A refusal has a number of its own; a download that fails is told by the listener.
    if (response.status !== 500 || !isPage(response)) return response;
  }
  const isDatabaseAway = await isAway(broken?.db ?? edgeOf({ context }).services.db);
  const unsaved = spare && (await typedForm(spare).catch(() => undefined));
  const fault: ToldFault = { isDatabaseAway, unsaved };
  throw data({ fault }, { status: isDatabaseAway ? 503 : 500 });
}

/** The body can be read once only; the action reads the other copy. */
function spareOf(request: Request): Request | undefined {
  const keeps = request.method === 'POST' && isSmall(request) && isParkable(new URL(request.url).pathname);
  return keeps ? request.clone() : undefined;
}

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? false;

/** Asked, not guessed from the fault: a store of files that cannot be reached looks the same. */
async function isAway(db: Database): Promise<boolean> {
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((done) => setTimeout(() => done(false), patience).unref());
  return !(await Promise.race([answered, late]));
}
