import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { commitments, leadCoverage, unitCoverage } from '../coverage.server.ts';
import { coveredOf, groupedBy, isKept, isWhole, waysToGroup } from '../coverage.ts';
import { coverageText, groupText } from '../text.ts';
import { groupColumns, leadColumns, unitColumns } from './coverage-columns.tsx';
import type { Route } from './+types/coverage.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { searchParams } = new URL(args.request.url);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const typedYear = Number(searchParams.get('nam'));
  const year = typedYear >= 2000 && typedYear <= 2100 ? Math.trunc(typedYear) : thisYear;
  const by = waysToGroup.find((each) => each === searchParams.get('theo')) ?? 'kind';
  const [units, leads, said] = await Promise.all([
    unitCoverage(db, person, { year }),
    leadCoverage(db, person, { year }),
    commitments(db),
  ]);
  const group = searchParams.get('nhom');
  const wantsKept = searchParams.get('xem') === 'du';
  const behind = units.filter((unit) => (unit[by] ?? '') === group || group === 'tat-ca');
  const listed = group === null ? null : behind.filter((unit) => isKept(unit) === wantsKept);
  return {
    all: coveredOf(units),
    groups: groupedBy(units, by),
    listed,
    group,
    wantsKept,
    leads,
    whole: leads.filter(isWhole).length,
    said: Object.fromEntries(said.map(({ code, wording }) => [code, wording])),
    by,
    year,
    thisYear,
  };
}

export default function Coverage({ loaderData }: Route.ComponentProps) {
  const { all, groups, listed, group, wantsKept, leads, whole, said, by, year, thisYear } = loaderData;
  const title = coverageText.title(all.kept, all.units, year);
  const years = Array.from({ length: 5 }, (_, at) => String(thisYear + 1 - at));
  const view = { by, year };
  return (
    <Page title={title} lead={coverageText.lead}>
      <title>{title}</title>
      <Filters path="/do-phu" auto>
        <Field
          type="select"
          name="nam"
          label={coverageText.year}
          blank={null}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
        <Field
          type="select"
          name="theo"
          label={coverageText.by}
          blank={null}
          value={by}
          options={waysToGroup.map((value) => ({ value, label: groupText[value] }))}
        />
      </Filters>
      <h2 id="pt-1-2">{coverageText.unitsTitle}</h2>
      {said['PT-1.2'] && <blockquote>{said['PT-1.2']}</blockquote>}
      <Facts
        facts={[
          { label: coverageText.kept, value: coverageText.share(all.kept, all.units) },
          { label: coverageText.planned, value: coverageText.of(all.planned, all.units) },
          { label: coverageText.pledged, value: coverageText.of(all.pledged, all.units) },
        ]}
      />
      <Table
        caption={coverageText.groupCaption(groupText[by])}
        columns={groupColumns(view)}
        rows={groups}
        rowKey={({ key }) => key ?? ''}
      />
      {listed !== null && (
        <Table
          caption={coverageText.listed(wantsKept, group === 'tat-ca' ? null : coverageText.groupName(by, group))}
          columns={unitColumns}
          rows={listed}
          rowKey={({ unitId }) => unitId}
          isLate={(unit) => !isKept(unit)}
        />
      )}
      <h2 id="pt-1-3">{coverageText.leadsTitle(whole, leads.length)}</h2>
      {said['PT-1.3'] && <blockquote>{said['PT-1.3']}</blockquote>}
      <p>{coverageText.noChecks}</p>
      <Table
        caption={coverageText.leadsCaption}
        captionHidden
        columns={leadColumns}
        rows={leads}
        rowKey={({ schemeCode, unitName }) => `${schemeCode} ${unitName}`}
        isLate={(lead) => !isWhole(lead)}
      />
      <p className="muted">{coverageText.secret}</p>
    </Page>
  );
}
