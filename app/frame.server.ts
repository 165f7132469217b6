/** What the frame around every page shows: product, areas, account. Small on purpose: it runs on each page. */
import { areasFor } from './areas.ts';
import { helpFor } from './features/help/for-page.ts';
import { helpText } from './features/help/text.ts';
import { workCount } from './features/work/count.server.ts';
import { unreadCount } from './features/messages/messages.server.ts';
import type { Edge } from './platform/command.server.ts';
import { askedOnEveryPage } from './platform/preparing-client.server.ts';
import { rootText } from './text.ts';

export async function frameOf(edge: Edge, request: Request) {
  const { services, actor } = edge;
  const url = new URL(request.url);
  const { db } = services;
  const [pack, waiting, unread] = await askedOnEveryPage(() =>
    Promise.all([
      db.selectFrom('directive_pack').select(['title', 'facts']).limit(1).executeTakeFirst(),
      workCount(db, actor, services.clock()),
      unreadCount(db, actor),
    ]),
  );
  return {
    product: productOf(pack),
    areas: areasFor(actor, url.pathname, waiting),
    account: accountOf(edge, unread),
    work: actor.kind === 'person' ? { href: '/viec-cua-toi', count: waiting } : undefined,
    query: askedIn(url),
    demo: services.config.isDemo,
    help: helpLink(url.pathname),
    keeping: keepingOf(edge),
    signIn: `/dang-nhap?toi=${encodeURIComponent(url.pathname + url.search)}`,
  };
}

/** Lists narrow themselves by a `q` of their own; what stands in the box is what the whole product was asked for. */
function askedIn({ pathname, searchParams }: URL): string | undefined {
  return pathname === '/tim-kiem' ? (searchParams.get('q') ?? undefined) : undefined;
}

/** To the section that is about this page. */
function helpLink(path: string) {
  const section = helpFor(path);
  return section === undefined ? undefined : { label: helpText.ofPage, href: `/tro-giup#${section}` };
}

/** The key is the same for an account as long as the data key is: what was sealed before a lost session is read after it. */
function keepingOf({ actor, services }: Edge) {
  if (actor.kind !== 'person') return undefined;
  return { account: actor.accountId, key: services.seal.lookup('offline', actor.accountId).toString('base64url') };
}

type Pack = { readonly title: string; readonly facts: unknown } | undefined;

function productOf(pack: Pack) {
  const years = (pack?.facts as { readonly years?: { readonly from: number; readonly to: number } } | undefined)?.years;
  return { name: pack?.title ?? rootText.product, ...(years && { term: rootText.term(years.from, years.to) }) };
}

function accountOf({ actor }: Edge, unread: number) {
  if (actor.kind !== 'person') return undefined;
  const links = [
    { label: rootText.account, href: '/tai-khoan' },
    { label: rootText.messages(unread), href: '/tin-nhan' },
    { label: rootText.waiting, href: '/cho-gui' },
    { label: rootText.help, href: '/tro-giup' },
  ];
  return { name: actor.name, place: actor.positionTitle ?? '', links, signOut: '/dang-xuat' };
}
