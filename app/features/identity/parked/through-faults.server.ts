/**
 * Stands before everything: a request that ends in a fault is answered by a page that says whether the database can be
 * reached, whether the disk is full and, for a form, shows what was typed, to be sent again. Nothing is lost to an outage but the time.
 */
import { sql } from 'kysely';
import { data } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Database } from '../../../platform/db.server.ts';
import { edgeFaultContext, edgeOf } from '../../../platform/http.server.ts';
import { metFullDisk } from '../../../platform/reference.server.ts';
import { isParkable } from './parkable.ts';
import type { FaultCause, ToldFault } from './told-fault.ts';
import { isSmall, typedForm } from './typed-form.server.ts';

type Handed = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

const statuses: Readonly<Record<FaultCause, number>> = { database_away: 503, disk_full: 507, other: 500 };

const patience = 2_000;

export async function answerFaults({ request, context }: Handed, next: () => Promise<Response>): Promise<Response> {
  const spare = spareOf(request);
  const broken = context.get(edgeFaultContext);
  if (broken === null) {
    const response = await next();
    // A refusal has a number of its own; a download that fails is told by the listener.
    if (response.status !== 500 || !isPage(response)) return response;
  }
  const cause = metFullDisk() ? 'disk_full' : await causeIn(broken?.db ?? edgeOf({ context }).services.db);
  const unsaved = spare && (await typedForm(spare).catch(() => undefined));
  const fault: ToldFault = { cause, unsaved };
  throw data({ fault }, { status: statuses[cause] });
}

/** The body can be read once only; the action reads the other copy. */
function spareOf(request: Request): Request | undefined {
  const keeps = request.method === 'POST' && isSmall(request) && isParkable(new URL(request.url).pathname);
  return keeps ? request.clone() : undefined;
}

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? false;

/** Asked, not guessed from the fault: a store of files that cannot be reached looks the same. */
async function causeIn(db: Database): Promise<FaultCause> {
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((done) => setTimeout(() => done(false), patience).unref());
  return (await Promise.race([answered, late])) ? 'other' : 'database_away';
}
