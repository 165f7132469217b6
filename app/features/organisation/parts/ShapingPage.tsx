import type { ReactNode } from 'react';
import { Page } from '../../../ui/Page.tsx';
import { adminText } from '../page.text.ts';
import type { unitToShape } from '../unit-shaping.server.ts';
import { ShapingTabs } from './ShapingTabs.tsx';
import { TheirsNow } from './TheirsNow.tsx';

export type ShapingPageProps = Pick<Awaited<ReturnType<typeof unitToShape>>, 'unit' | 'name' | 'choices'> & {
  readonly title: string;
  readonly lead?: string;
  /** Its own among the ways to shape a unit that still stands. */
  readonly tab?: string;
  /** Somebody else was quicker: what stands now is shown. */
  readonly isLost: boolean | undefined;
  readonly children: ReactNode;
};

/** What every page that shapes one unit has around its form. */
export function ShapingPage({ unit, name, choices, title, lead, tab, isLost, children }: ShapingPageProps) {
  return (
    <Page
      title={title}
      lead={lead}
      trail={[
        { label: adminText.title, href: '/quan-tri/don-vi' },
        { label: name, href: `/don-vi/${unit.code}` },
      ]}
    >
      <title>{title}</title>
      {tab && <ShapingTabs code={unit.code} current={tab} />}
      {isLost && <TheirsNow unit={unit} choices={choices} />}
      {children}
    </Page>
  );
}
