import type { PlainDate } from '../../../kernel/calendar.ts';
import { StatusStrip } from '../../../ui/chart/StatusStrip.tsx';
import { UnitGrid } from '../../../ui/chart/UnitGrid.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Status } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { onDay } from '../../../ui/day.ts';
import { unitsText } from '../text.ts';
import type { GridLine, UnitsView } from '../units-view.server.ts';

type UnitsSectionProps = { readonly view: UnitsView; readonly known: PlainDate | undefined };

/** Communes by status: square by square for those signed in, in numbers for the public. */
export function UnitsSection({ view, known }: UnitsSectionProps) {
  const { counts, total, withoutGoal, year, chosen } = view;
  const title = unitsText.title(counts, total, withoutGoal);
  return (
    <section aria-labelledby="xa-phuong">
      <h2 id="xa-phuong">{title}</h2>
      <p className="muted">{chosen ? unitsText.ruleChosen(chosen, year) : unitsText.rule(year)}</p>
      {withoutGoal > 0 && <p className="muted">{unitsText.withoutGoal(withoutGoal, year)}</p>}
      {view.lines ? (
        <Squares view={view} lines={view.lines} known={known} title={title} />
      ) : (
        <>
          <StatusStrip label={unitsText.stripLabel(total)} counts={counts} />
          <p className="muted">{unitsText.inside}</p>
        </>
      )}
    </section>
  );
}

type SquaresProps = UnitsSectionProps & { readonly lines: readonly GridLine[]; readonly title: string };

function Squares({ view, lines, known, title }: SquaresProps) {
  const units = lines.map((line) => ({ ...line, href: onDay(`/don-vi/${line.code}`, known) }));
  return (
    <>
      {view.choices.length > 0 && (
        <Filters path="/tong-quan#xa-phuong" keep={known ? { ngay: known } : {}} auto>
          <Field
            name="chi-tieu"
            type="select"
            label={unitsText.by}
            blank={unitsText.byWeakest}
            options={view.choices.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            value={view.chosen?.code}
          />
        </Filters>
      )}
      <UnitGrid
        title={unitsText.gridTitle}
        units={units}
        behind={
          <Table
            caption={title}
            captionHidden
            rows={units}
            rowKey={(line) => line.code}
            columns={[
              {
                key: 'ten',
                head: unitsText.unit,
                kind: 'name',
                cell: ({ name, href }) => <a href={href}>{name}</a>,
              },
              { key: 'trang-thai', head: unitsText.status, cell: ({ status }) => <Status status={status} /> },
              { key: 'vi', head: unitsText.because, cell: ({ because }) => because },
            ]}
          />
        }
      />
    </>
  );
}
