import { holdsRole } from '../../../kernel/actor.ts';
import { administrationClosed, edgeOf, personAt } from '../../../platform/http.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { Tiles } from '../../../ui/Tiles.tsx';
import { administrationText } from '../text.ts';
import type { Route } from './+types/administration.ts';

type Part = keyof typeof administrationText.tiles;

const parts: readonly {
  readonly part: Part;
  readonly href: string;
  readonly for: readonly ('administrator' | 'auditor' | 'appraiser')[];
}[] = [
  { part: 'units', href: '/quan-tri/don-vi', for: ['administrator'] },
  { part: 'blocks', href: '/quan-tri/khoi-cum', for: ['administrator', 'appraiser'] },
  { part: 'people', href: '/quan-tri/nguoi-dung', for: ['administrator'] },
  { part: 'indicators', href: '/quan-tri/chi-tieu', for: ['administrator', 'appraiser'] },
  { part: 'record', href: '/quan-tri/nhat-ky', for: ['administrator', 'auditor'] },
  { part: 'jobs', href: '/quan-tri/cong-viec', for: ['administrator'] },
  { part: 'settings', href: '/quan-tri/tham-so', for: ['administrator'] },
];

export function loader(args: Route.LoaderArgs) {
  const person = personAt(edgeOf(args), args.request);
  const open = parts.filter((row) => holdsRole(person, ...row.for)).map(({ part, href }) => ({ part, href }));
  if (open.length === 0) administrationClosed(person, args.request);
  return { open };
}

export default function Administration({ loaderData }: Route.ComponentProps) {
  const tiles = loaderData.open.map(({ part, href }) => ({ id: part, href, ...administrationText.tiles[part] }));
  return (
    <Page title={administrationText.title} lead={administrationText.lead}>
      <title>{administrationText.title}</title>
      <Tiles tiles={tiles} heading="h2" />
    </Page>
  );
}
