import { Tabs } from '../../../ui/Tabs.tsx';
import { registerTabText } from '../text.ts';

const base = '/khen-thuong/so';
type Part = keyof typeof registerTabText;

/** The parts of the register; each page guards itself. `''` is the list of holders. */
export function RegisterTabs({ at, hide = [] }: { readonly at: Part; readonly hide?: readonly Part[] }) {
  const parts = (Object.keys(registerTabText) as Part[]).filter((part) => !hide.includes(part));
  return (
    <Tabs
      tabs={parts.map((part) => ({
        label: registerTabText[part],
        href: part === '' ? base : `${base}/${part}`,
        current: part === at,
      }))}
    />
  );
}
