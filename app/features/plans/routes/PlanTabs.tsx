import { onDay } from '../../../ui/day.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { plansText } from '../text.ts';

type Props = { readonly current: 'list' | 'attention'; readonly known: string | undefined };

/** Plans as a list, and what of them needs looking at. */
export function PlanTabs({ current, known }: Props) {
  return (
    <Tabs
      tabs={[
        { label: plansText.caption, href: onDay('/ke-hoach', known), current: current === 'list' },
        { label: plansText.attention, href: onDay('/ke-hoach/tien-do', known), current: current === 'attention' },
      ]}
    />
  );
}
