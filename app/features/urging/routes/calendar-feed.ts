import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { feedAnswer } from '../feed-answer.server.ts';
import { feedText } from '../text.ts';
import type { Route } from './+types/calendar-feed.ts';

/** `/lich/<token>.ics`: for calendars, without a session. */
export async function loader(args: Route.LoaderArgs) {
  const { services, address } = edgeOf(args);
  const token = args.params.token.replace(/\.ics$/, '');
  const answer = await feedAnswer(services, { token, address });
  const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };
  if (answer.kind === 'not_there') return pageNotFound();
  if (answer.kind === 'too_many')
    return new Response(feedText.tooMany, {
      status: 429,
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': String(answer.seconds) },
    });
  return new Response(answer.body, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } });
}
