import { Page } from '../../../ui/Page.tsx';
import { helpSections, helpText } from '../text.ts';
import { roles } from '../../../kernel/actor.ts';
import { roleNames } from '../../../platform/text.ts';
import { Section } from './Section.tsx';

export const meta = () => [{ title: helpText.title }];

/** One page for all tasks: each section has an anchor that other pages link to. */
export default function Help() {
  return (
    <Page title={helpText.title} lead={helpText.lead}>
      <nav aria-label={helpText.contents}>
        <ul>
          {helpSections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{helpText.handbooks}</h2>
      <ul>
        {roles.map((role) => (
          <li key={role}>
            <a href={`/tro-giup/so-tay/${role.replaceAll('_', '-')}`}>{helpText.handbook(roleNames[role])}</a>
          </li>
        ))}
      </ul>
      {helpSections.map((section) => (
        <Section key={section.id} {...section} />
      ))}
    </Page>
  );
}
