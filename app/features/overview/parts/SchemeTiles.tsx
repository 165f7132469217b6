import { Status } from '../../../ui/Status.tsx';
import { Tiles } from '../../../ui/Tiles.tsx';
import { STATUSES } from '../../indicators/indicator.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { onDay } from '../../../ui/day.ts';
import type { SchemeLine } from '../schemes.server.ts';
import { countStatuses } from '../standing.ts';
import type { IndicatorLine } from '../view.server.ts';
import { schemeText } from '../schemes/text.ts';

type SchemeTilesProps = {
  readonly schemes: readonly SchemeLine[];
  readonly lines: readonly IndicatorLine[];
  readonly known: PlainDate | undefined;
};

/** The key schemes side by side: who leads, where the linked indicators stand, how many units pledged. */
export function SchemeTiles({ schemes, lines, known }: SchemeTilesProps) {
  const tiles = schemes.map((scheme) => ({
    id: scheme.code,
    title: scheme.name,
    href: onDay(`/de-an/${scheme.code}`, known),
    number: scheme.code.replace(/^\D+/, ''),
    note: leadsOf(scheme),
    children: scheme.isSecret ? (
      <p>
        <i>{schemeText.secretTile}</i>
      </p>
    ) : (
      <Standings scheme={scheme} lines={lines} />
    ),
  }));
  return (
    <section aria-labelledby="de-an">
      <h2 id="de-an">{schemeText.tilesTitle(schemes.length)}</h2>
      <Tiles tiles={tiles} />
    </section>
  );
}

function leadsOf({ leads }: SchemeLine): string {
  const [first] = leads;
  if (!first) return schemeText.noLead;
  return leads.length === 1 ? first.wording : schemeText.leads(leads.length);
}

function Standings({ scheme, lines }: { readonly scheme: SchemeLine; readonly lines: readonly IndicatorLine[] }) {
  const linked = lines.filter(({ code }) => scheme.indicators.includes(code));
  const counts = countStatuses(linked);
  return (
    <>
      {linked.length === 0 && <p>{schemeText.noIndicators}</p>}
      {STATUSES.filter((status) => counts[status] > 0).map((status) => (
        <p key={status}>
          <Status status={status} word={schemeText.inStatus(counts[status], status)} />
        </p>
      ))}
      {scheme.pledging > 0 && <p>{schemeText.pledging(scheme.pledging)}</p>}
    </>
  );
}
