import { pointsText } from '../../../kernel/hundredths.ts';
import { Figure } from '../../../ui/chart/Figure.tsx';
import { ShareAgainst } from '../../../ui/chart/ShareAgainst.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Against } from '../against.ts';
import { extremes, shareOf } from '../against.ts';
import type { Compared } from '../reading.server.ts';
import { againstText, aloneText, comparisonText as said, findingText, named, partText, percent } from '../text.ts';

type Origin = { readonly source: string; readonly asOf: string | undefined };

export function GainsAndLosses({ content, origin }: { readonly content: Compared; readonly origin: Origin }) {
  const { lines, isWithBlock } = content;
  const { lost, won } = extremes(lines);
  const title = isWithBlock ? findingText(lost, won) : aloneText(lines);
  const rows = lines.map((line) => ({
    id: line.code,
    label: named(line),
    spoken: [named(line), partText(line), againstText(line)].filter((part) => part !== '').join(', '),
    own: shareOf(line.own),
    median: line.block?.median ?? null,
    best: line.block?.best ?? null,
    value: partText(line),
    note: againstText(line),
    tone: toneOf(line),
    isHead: line.kind === 'group',
  }));
  return (
    <Figure title={title} {...origin} behind={<Behind lines={lines} />}>
      <p className="muted">{isWithBlock ? said.legend : said.legendAlone}</p>
      <ShareAgainst rows={rows} />
    </Figure>
  );
}

function toneOf({ gap }: Against): 'above' | 'below' | 'level' {
  return gap === null || gap === 0 ? 'level' : gap > 0 ? 'above' : 'below';
}

function Behind({ lines }: { readonly lines: readonly Against[] }) {
  return (
    <Table
      caption={said.criterion}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ code }) => code}
      phone="scroll"
    />
  );
}

const columns: readonly Column<Against>[] = [
  { key: 'ma', head: said.code, kind: 'code', cell: ({ code }) => code },
  { key: 'tieu-chi', head: said.criterion, kind: 'name', cell: ({ title }) => title },
  { key: 'don-vi', head: said.own, kind: 'number', cell: partText },
  { key: 'trung-vi', head: said.median, kind: 'number', cell: ({ block }) => block && percent(block.median) },
  { key: 'cao-nhat', head: said.best, kind: 'number', cell: ({ block }) => block && percent(block.best) },
  { key: 'chenh', head: said.gap, kind: 'number', cell: ({ gap }) => gap !== null && pointsText(gap) },
  { key: 'so-don-vi', head: said.units, kind: 'number', cell: ({ block }) => block?.units },
];
