import { edgeOf } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Hit } from '../search.server.ts';
import { hitsPerKind } from '../ranking.ts';
import { search } from '../search.server.ts';
import { searchText } from '../text.ts';
import type { Route } from './+types/search.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  return search(services.db, actor, new URL(args.request.url).searchParams.get('q') ?? '');
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { query, units, indicators, schemes, movements, plans, rounds, initiatives } = loaderData;
  const all = [units, indicators, schemes, movements, plans, rounds, initiatives];
  const total = all.reduce((sum, { length }) => sum + length, 0);
  const title = searchText.title(query, total);
  return (
    <Page title={title} lead={searchText.lead}>
      <title>{title}</title>
      <form method="get" action="/tim-kiem" className="filters" role="search" aria-label={searchText.find}>
        <div className="filters-row">
          <Field name="q" type="search" label={searchText.label} value={query} maxLength={100} />
          <div className="acts">
            <Button kind="second">{searchText.find}</Button>
          </div>
        </div>
      </form>
      {query !== '' && total === 0 && <Empty what={searchText.noneWhat} why={searchText.noneWhy} />}
      <Group id="chi-tieu" title={searchText.indicators(indicators.length)} hits={indicators} at="/chi-tieu" />
      <Group id="de-an" title={searchText.schemes(schemes.length)} hits={schemes} at="/de-an" />
      <Group
        id="phong-trao"
        title={searchText.movements(movements.length)}
        hits={movements}
        at="/phong-trao"
        withoutCode
      />
      <Group id="ke-hoach" title={searchText.plans(plans.length)} hits={plans} at="/ke-hoach" withoutCode />
      <Group id="ky-bao-cao" title={searchText.rounds(rounds.length)} hits={rounds} at="" withoutCode />
      <Group
        id="sang-kien"
        title={searchText.initiatives(initiatives.length)}
        hits={initiatives}
        at="/sang-kien"
        withoutCode
      />
      <Group id="don-vi" title={searchText.units(units.length)} hits={units} at="/don-vi" />
      {query !== '' && (
        <p>
          <a href={`/thu-vien?q=${encodeURIComponent(query)}`}>{searchText.inLibrary(query)}</a>
        </p>
      )}
    </Page>
  );
}

type GroupProps = {
  readonly id: string;
  readonly title: string;
  readonly hits: readonly Hit[];
  readonly at: string;
  /** Its code says nothing to a reader. */
  readonly withoutCode?: boolean;
};

function Group({ id, title, hits, at, withoutCode = false }: GroupProps) {
  if (hits.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="plain hits">
        {hits.map((hit) => (
          <li key={hit.code}>
            <a href={`${at}/${hit.code}`}>{hit.name}</a> <small>{withoutCode ? hit.note : noteOf(hit)}</small>
          </li>
        ))}
      </ul>
      {hits.length === hitsPerKind && <p className="muted">{searchText.first(hitsPerKind)}</p>}
    </section>
  );
}

function noteOf({ code, note, name, aliases = [], isActive }: Hit): string {
  const other = aliases.find((alias) => alias !== name && !name.includes(alias));
  return [code, note, other && searchText.formerly(other), isActive === false && searchText.ended]
    .filter(Boolean)
    .join(' · ');
}
