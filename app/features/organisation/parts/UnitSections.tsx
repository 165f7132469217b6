/** Parts of a unit's page. */
import type { PlainDate } from '../../../kernel/calendar.ts';
import { onDay } from '../../../ui/day.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import { blockPartNames, communeTypeNames, unitKindNames } from '../text.ts';
import type { SeatOfUnit } from '../block-queries.server.ts';
import { periodText, unitText } from '../page.text.ts';
import type { Relative, UnitDetail, UnitName } from '../unit-queries.server.ts';
import { kindSlugs } from '../unit-filter.ts';

type UnitLinkProps = Pick<UnitName, 'code' | 'name'> & { readonly day: PlainDate | undefined };

/** To the unit, on the day that is looked at. */
export function UnitLink({ code, name, day }: UnitLinkProps) {
  return <a href={onDay(`/don-vi/${code}`, day)}>{name}</a>;
}

export function About({ detail }: { readonly detail: UnitDetail }) {
  const { unit, above, shortName, formerProvince, day } = detail;
  const parent = above.at(-1);
  const own = [
    { label: unitText.shortName, value: shortName },
    { label: unitText.kind, value: unit.communeType ? communeTypeNames[unit.communeType] : unitKindNames[unit.kind] },
    { label: unitText.parent, value: parent ? <UnitLink {...parent} day={day} /> : unitText.root },
    { label: unitText.code, value: unit.code },
    { label: unitText.officialCode, value: unit.officialCode ?? unitText.none },
    { label: unitText.since, value: unit.validFrom ? dateText(unit.validFrom) : unitText.unknown },
    { label: unitText.until, value: unit.validUntil && dateText(unit.validUntil) },
    { label: unitText.takesPart, value: unit.takesPart ? unitText.yes : unitText.no },
    { label: unitText.formerProvince, value: formerProvince ? <UnitLink {...formerProvince} day={day} /> : null },
    { label: unitText.source, value: unit.source },
  ];
  return <Pairs pairs={own.filter(({ value }) => value !== null)} />;
}

export function History({ detail }: { readonly detail: UnitDetail }) {
  const { unit, parentNames } = detail;
  return (
    <section aria-labelledby="lich-su">
      <h2 id="lich-su">{unitText.history}</h2>
      <ol className="timeline">
        {unit.versions.toReversed().map((version) => (
          <li key={version.validFrom}>
            <span>{periodText(version)}</span>
            <div>
              <p>{version.name}</p>
              {version.parentId && <p className="muted">{unitText.under(parentNames[version.parentId]?.name ?? '')}</p>}
              {version.basis && <p className="muted">{unitText.basis(version.basis)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type ChainProps = {
  readonly id: string;
  readonly title: string;
  readonly units: readonly Relative[];
  readonly far: string;
  readonly day: PlainDate | undefined;
};

/** Mergers and divisions, nearest first. */
export function Chain({ id, title, units, far, day }: ChainProps) {
  if (units.length === 0) return null;
  const [basis, ...others] = new Set(units.map((unit) => unit.basis));
  const shared = others.length === 0 ? basis : undefined;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {units.map(({ code, name, on, basis: own, distance }) => (
          <li key={code}>
            <UnitLink code={code} name={name} day={day} />{' '}
            <small>
              {unitText.succession(on)}
              {distance > 1 && ` (${far})`}
              {own && !shared && `. ${unitText.basis(own)}`}
            </small>
          </li>
        ))}
      </ul>
      {shared && <p className="muted">{unitText.basis(shared)}</p>}
    </section>
  );
}

const mostNames = 30;

/** Few are named; of many the kinds are, each leading to its list. */
export function Below({ detail }: { readonly detail: UnitDetail }) {
  const { unit, below, day } = detail;
  const all = `/don-vi?cap-tren=${unit.code}`;
  const title = unitText.below(below.length);
  if (below.length <= mostNames) return <Names id="truc-thuoc" title={title} units={below} day={day} />;
  return (
    <section aria-labelledby="truc-thuoc">
      <h2 id="truc-thuoc">{title}</h2>
      <ul className="names">
        {[...Map.groupBy(below, ({ kind }) => kind)].map(([kind, own]) => (
          <li key={kind}>
            <a href={onDay(`${all}&loai=${kindSlugs[kind]}`, day)}>
              {unitText.belowKind(unitKindNames[kind], own.length)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={onDay(all, day)}>{unitText.belowAll}</a>
      </p>
    </section>
  );
}

type NamesProps = Omit<ChainProps, 'units' | 'far'> & { readonly units: readonly UnitName[] };

export function Names({ id, title, units, day }: NamesProps) {
  if (units.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="names">
        {units.map((unit) => (
          <li key={unit.id}>
            <UnitLink {...unit} day={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Blocks({ seats }: { readonly seats: readonly SeatOfUnit[] }) {
  const pairs = seats.map(({ year, name, part }) => ({
    label: unitText.inYear(year),
    value: `${name} (${blockPartNames[part].toLowerCase()})`,
  }));
  return (
    <section aria-labelledby="khoi-cum">
      <h2 id="khoi-cum">{unitText.blocks}</h2>
      {pairs.length > 0 ? <Pairs pairs={pairs} /> : <p className="muted">{unitText.blocksNone}</p>}
    </section>
  );
}
