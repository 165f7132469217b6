import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Difference } from '../differences.ts';
import { differencesOf, isReordered } from '../differences.ts';
import { differencesText as said, partText } from '../differences.text.ts';
import { sourceChoices } from '../list.server.ts';
import { findSet, namesOf } from '../one.server.ts';
import { pointsText } from '../../../kernel/hundredths.ts';
import type { StoredSet } from '../sets.server.ts';
import type { Names } from '../text.ts';
import { headText, setsText, tieText } from '../text.ts';
import type { Route } from './+types/compare.ts';

/** `voi`: the other set; without it the one that it was carried over from, or the edition before it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findSet(db, person, askedId(args.params.setId))) ?? pageNotFound();
  const asked = new URL(args.request.url).searchParams.get('voi');
  const usual = one.set.basedOn ?? one.editions.find(({ edition }) => edition < one.set.edition)?.id;
  const otherId = asked === null ? usual : askedId(asked);
  const other = otherId === undefined ? undefined : await findSet(db, person, otherId);
  if (asked !== null && asked !== '' && !other) return pageNotFound();
  const choices = (await sourceChoices(db, person)).filter(({ id }) => id !== one.set.id);
  const names = await namesOf(db, { criteria: [...one.set.criteria, ...(other?.set.criteria ?? [])] });
  return { after: one.set, before: other?.set, choices, names };
}

export default function CompareSets({ loaderData: { after, before, choices, names } }: Route.ComponentProps) {
  const of = ({ title, year, edition }: StoredSet) => said.of(title, year, edition);
  const title = said.title(after.title);
  return (
    <Page
      title={title}
      lead={before && said.lead(of(before), of(after))}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: after.title, href: `/tieu-chi/${after.id}` },
      ]}
    >
      <title>{title}</title>
      <Filters path={`/tieu-chi/${after.id}/so-sanh`} verb={said.choose} label={said.choose} auto>
        <Field
          type="select"
          name="voi"
          label={said.with}
          value={before?.id ?? ''}
          options={choices.map((one) => ({ value: one.id, label: said.of(one.title, one.year, one.edition) }))}
        />
      </Filters>
      {before ? (
        <Differences before={before} after={after} names={names} />
      ) : (
        <Empty what={said.nothingWhat} why={said.nothingWhy} />
      )}
    </Page>
  );
}

type Both = { readonly before: StoredSet; readonly after: StoredSet; readonly names: Names };

function Differences({ before, after, names }: Both) {
  const found = differencesOf(before.criteria, after.criteria);
  const head = headsOf(before).map(({ label, value }, at) => ({
    label,
    before: value,
    after: headsOf(after)[at]?.value,
  }));
  const changed = head.filter((one) => one.before !== one.after);
  if (found.length === 0 && changed.length === 0) return <p>{said.same}</p>;
  return (
    <>
      {changed.length > 0 && (
        <Table
          caption={said.head}
          columns={[
            { key: 'muc', head: said.what, kind: 'name', cell: ({ label }) => label },
            { key: 'truoc', head: said.left, cell: (one) => one.before },
            { key: 'sau', head: said.right, cell: (one) => one.after },
          ]}
          rows={changed}
          rowKey={({ label }) => label}
        />
      )}
      {isReordered(before.criteria, after.criteria) && <p>{said.reordered}</p>}
      <Table
        caption={said.criteria}
        columns={columnsOf(names)}
        rows={found}
        rowKey={({ code }) => code}
        empty={<p>{said.sameCriteria}</p>}
      />
    </>
  );
}

function headsOf({ criteria, source, bonusCap, penaltyCap, tieRules }: StoredSet) {
  const cap = (points: number | null) => (points === null ? setsText.capFree : pointsText(points));
  return [
    { label: headText.source, value: source },
    { label: headText.bonusCap, value: cap(bonusCap) },
    { label: headText.penaltyCap, value: cap(penaltyCap) },
    { label: headText.tie, value: tieRules.map((rule) => tieText(rule, criteria)).join('; ') || setsText.tiesNone },
  ];
}

function columnsOf(names: Names): readonly Column<Difference>[] {
  const side = (which: 'before' | 'after') => (one: Difference) => {
    const cells = partText(one, names).filter((cell) => cell[which] !== null);
    return one[which] === null ? (
      <span className="muted">{said.none}</span>
    ) : (
      <ul>
        {cells.map(({ heading, [which]: value }) => (
          <li key={heading}>
            {heading}: {value}
          </li>
        ))}
      </ul>
    );
  };
  return [
    {
      key: 'ma',
      head: setsText.code,
      kind: 'name',
      cell: ({ code, before, after }) => `${code}. ${(after ?? before)?.title ?? ''}`,
    },
    { key: 'khac', head: said.what, cell: ({ kind }) => said.kinds[kind] },
    { key: 'truoc', head: said.left, cell: side('before') },
    { key: 'sau', head: said.right, cell: side('after') },
  ];
}
