import { edgeOf } from '../../../platform/http.server.ts';
import { StatusStrip } from '../../../ui/chart/StatusStrip.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { FIELDS } from '../../directive/terms.ts';
import type { Field } from '../../directive/terms.ts';
import { STATUSES } from '../../indicators/indicator.ts';
import type { Status } from '../../indicators/indicator.ts';
import { knownOf, onDay } from '../../../ui/day.ts';
import { FIELD_SLUG, STATUS_SLUG } from '../lines.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { listSchemes } from '../schemes.server.ts';
import { countStatuses } from '../standing.ts';
import { attentionText, dayText, fieldSummary, fieldText, overviewText, overviewTitle } from '../text.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { IndicatorTable } from '../parts/IndicatorTable.tsx';
import { UnitsSection } from '../parts/UnitsSection.tsx';
import { SchemeTiles } from '../parts/SchemeTiles.tsx';
import { unitsView } from '../units-view.server.ts';
import type { IndicatorLine } from '../view.server.ts';
import { provinceLines } from '../view.server.ts';
import type { Route } from './+types/overview.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const lines = await provinceLines(db, day);
  const schemes = await listSchemes(db, day);
  const chosen = new URL(args.request.url).searchParams.get('chi-tieu');
  const units = await unitsView(db, edge.actor, day, chosen);
  return { lines, schemes, units, asked, today: day.today };
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { lines, schemes, units, asked, today } = loaderData;
  const counts = countStatuses(lines);
  const known = knownOf(asked);
  const title = overviewTitle(counts, lines.length);
  const lead = `${dayText(asked, today)}. ${attentionText(counts)}`;
  return (
    <Page title={title} lead={lead}>
      <title>{title}</title>
      <DayNotice asked={asked} path="/tong-quan" />
      {lines.length === 0 ? (
        <Empty what={overviewText.noPackWhat} why={overviewText.noPackWhy} />
      ) : (
        <StatusStrip label={overviewText.stripLabel(lines.length)} counts={counts} hrefs={hrefsOn(known)} />
      )}
      {FIELDS.map((field) => (
        <FieldPart key={field} field={field} lines={lines.filter((line) => line.field === field)} known={known} />
      ))}
      <SchemeTiles schemes={schemes} lines={lines} known={known} />
      {units.total > 0 && <UnitsSection view={units} known={known} />}
      <DayChoice asked={asked} path="/tong-quan" />
    </Page>
  );
}

type FieldPartProps = {
  readonly field: Field;
  readonly lines: readonly IndicatorLine[];
  readonly known: PlainDate | undefined;
};

/** Open, but folded on a phone (public/comfort.js): its heading says how its indicators stand. */
function FieldPart({ field, lines, known }: FieldPartProps) {
  if (lines.length === 0) return null;
  return (
    <details open className="alike part" data-fold="" id={`linh-vuc-${FIELD_SLUG[field]}`}>
      <summary>
        <h2>{fieldText[field]}</h2> <span>{fieldSummary(countStatuses(lines), lines.length)}</span>
      </summary>
      <IndicatorTable caption={overviewText.fieldCaption(fieldText[field])} captionHidden rows={lines} known={known} />
    </details>
  );
}

function hrefsOn(known: string | undefined): Readonly<Record<Status, string>> {
  const links = STATUSES.map((status) => [status, onDay(`/chi-tieu?trang-thai=${STATUS_SLUG[status]}`, known)]);
  return Object.fromEntries(links) as Record<Status, string>;
}
