import type { ReactNode } from 'react';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { ListedDossier } from '../list.server.ts';
import { isPastAppraisal } from '../owners.ts';
import { changesText, papersText } from '../papers.text.ts';
import { dossierLook } from '../stage-look.ts';
import { dossiersText as said, dossierStageText } from '../text.ts';

type Props = {
  readonly dossier: ListedDossier;
  /** The last two are drawn by the features that own these steps. */
  readonly part: 'dossier' | 'papers' | 'changes' | 'council' | 'decision';
  /** The heading of a page below the dossier. */
  readonly title?: string;
  readonly children: ReactNode;
};

/** A dossier's pages share its head: what it is, where it stands, its parts. */
export function DossierPage({ dossier, part, title, children }: Props) {
  const own = `/khen-thuong/ho-so/${dossier.id}`;
  const trail = [{ label: said.title, href: '/khen-thuong/ho-so' }];
  return (
    <Page
      title={title ?? dossier.title}
      lead={said.of(dossier.unitName, dossier.kind, dossier.year)}
      trail={title === undefined ? trail : [...trail, { label: dossier.title, href: own }]}
      action={<Stage stage={dossierLook[dossier.stage]} word={dossierStageText[dossier.stage]} />}
    >
      <title>{title ?? dossier.title}</title>
      <Tabs
        tabs={[
          { label: said.tab, href: own, current: part === 'dossier' },
          { label: papersText.title, href: `${own}/giay-to`, current: part === 'papers' },
          { label: changesText.tab, href: `${own}/thay-doi`, current: part === 'changes' },
          ...(isPastAppraisal(dossier.stage)
            ? [
                { label: said.councilTab, href: `${own}/hoi-dong`, current: part === 'council' },
                { label: said.decisionTab, href: `${own}/quyet-dinh`, current: part === 'decision' },
              ]
            : []),
        ]}
      />
      {children}
    </Page>
  );
}
