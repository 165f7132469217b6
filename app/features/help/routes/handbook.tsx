import { roles } from '../../../kernel/actor.ts';
import { pageNotFound } from '../../../platform/http.server.ts';
import { roleNames } from '../../../platform/text.ts';
import { Page } from '../../../ui/Page.tsx';
import { sectionsFor } from '../handbook.ts';
import { helpSections, helpText } from '../text.ts';
import { Section } from './Section.tsx';
import type { Route } from './+types/handbook.ts';

/** What one role needs, on paper. */
export function loader({ params }: Route.LoaderArgs) {
  return { role: roles.find((each) => each.replaceAll('_', '-') === params.role) ?? pageNotFound() };
}

export default function Handbook({ loaderData }: Route.ComponentProps) {
  const title = helpText.handbook(roleNames[loaderData.role]);
  const wanted = sectionsFor(loaderData.role);
  return (
    <Page title={title} lead={helpText.handbookLead} trail={[{ label: helpText.title, href: '/tro-giup' }]}>
      <title>{title}</title>
      {wanted.map((id) => {
        const section = helpSections.find((each) => each.id === id);
        return section && <Section key={id} {...section} />;
      })}
    </Page>
  );
}
