import { Tabs } from '../../../ui/Tabs.tsx';
import { urgingText } from '../text.ts';

const tabs = [
  { href: '/don-doc', label: urgingText.duties },
  { href: '/don-doc/cong-van', label: urgingText.letters },
  { href: '/don-doc/lich', label: urgingText.calendars },
] as const;

/** The three sides of urging. */
export function UrgingTabs({ at }: { readonly at: (typeof tabs)[number]['href'] }) {
  return <Tabs tabs={tabs.map(({ href, label }) => ({ href, label, current: href === at }))} />;
}
