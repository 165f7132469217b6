import { edgeOf } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { shortened } from '../../inspections/text.ts';
import type { GroupName, Hit } from '../hits.ts';
import { groupNames } from '../hits.ts';
import { hitsPerKind } from '../ranking.ts';
import { search } from '../search.server.ts';
import { searchText } from '../text.ts';
import type { Route } from './+types/search.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  return search(services.db, actor, new URL(args.request.url).searchParams.get('q') ?? '');
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { query } = loaderData;
  const groups = groupNames.map((name) => ({ name, hits: loaderData[name] }));
  const total = groups.reduce((sum, { hits }) => sum + hits.length, 0);
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
      {query === '' && <Empty what={searchText.emptyWhat} why={searchText.emptyWhy} />}
      {query !== '' && total === 0 && <Empty what={searchText.noneWhat} why={searchText.noneWhy} />}
      {groups.map(({ name, hits }) => (
        <Group key={name} name={name} hits={hits} />
      ))}
      {query !== '' && (
        <p>
          <a href={`/thu-vien?q=${encodeURIComponent(query)}`}>{searchText.inLibrary(query)}</a>
        </p>
      )}
    </Page>
  );
}

/** Where each group stands on the page. */
const anchors: Readonly<Record<GroupName, string>> = {
  indicators: 'chi-tieu',
  schemes: 'de-an',
  movements: 'phong-trao',
  plans: 'ke-hoach',
  rounds: 'ky-bao-cao',
  blocks: 'khoi-cum',
  inspections: 'kiem-tra',
  criteria: 'bo-tieu-chi',
  initiatives: 'sang-kien',
  papers: 'van-ban-ban-hanh',
  judgements: 'cham-diem',
  dossiers: 'khen-thuong',
  holders: 'so-khen-thuong',
  library: 'thu-vien',
  units: 'don-vi',
};

function Group({ name, hits }: { readonly name: GroupName; readonly hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  const id = anchors[name];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{searchText.count(name, hits.length)}</h2>
      <ul className="plain hits">
        {hits.map((hit) => (
          <li key={hit.href}>
            <a href={hit.href}>{shortened(hit.name)}</a> <small>{noteOf(hit)}</small>
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
