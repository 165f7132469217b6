import { edgeOf } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { publicLists } from '../public.server.ts';
import { publicText as said } from '../text.ts';
import type { Route } from './+types/public-lists.ts';

/** For anybody: nobody is asked who they are. */
export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const lists = await publicLists(services.db);
  return {
    lists: lists.map(({ items, ...list }) => ({
      ...list,
      count: items.length,
      names: items.slice(0, 3).map(({ name }) => name),
    })),
  };
}

export default function PublicLists({ loaderData: { lists } }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      <p>
        <a href="/lay-y-kien/tra-cuu">{said.follow}</a>
      </p>
      {lists.length === 0 && <Empty what={said.none} why={said.noneWhy} />}
      {lists.map(({ id, unitName, openedOn, closesOn, takesOpinions, count, names }) => (
        <section key={id}>
          <h2>
            <a href={`/lay-y-kien/${id}`}>{said.listHeading(unitName)}</a>
          </h2>
          <p>
            {said.count(count)}: {names.join(', ')}
            {count > names.length && '…'}
          </p>
          <p>{takesOpinions ? said.period(openedOn, closesOn) : said.over(closesOn)}</p>
          <LinkButton kind={takesOpinions ? 'primary' : 'second'} href={`/lay-y-kien/${id}`}>
            {takesOpinions ? said.open : said.openClosed}
            <span className="sr">: {said.listHeading(unitName)}</span>
          </LinkButton>
        </section>
      ))}
    </Page>
  );
}
