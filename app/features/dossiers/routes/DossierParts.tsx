import { Pairs } from '../../../ui/Facts.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { ListedDossier } from '../list.server.ts';
import type { OneDossier } from '../one.server.ts';
import {
  dossierFieldText,
  dossiersText as said,
  returnGroundText,
  routeText,
  simplifiedText,
  stageForUnitText,
} from '../text.ts';

/** Why it came back, or was not granted. */
export function Told({ dossier }: { readonly dossier: ListedDossier }) {
  const { stage, returnReason, returnGround } = dossier;
  if (!returnReason) return null;
  return (
    <Notice kind="warning" title={stage === 'refused' ? said.refusedTitle : said.returned}>
      {returnGround && <p>{returnGroundText[returnGround]}</p>}
      <p>{returnReason}</p>
    </Notice>
  );
}

export function About({ one: { dossier, submittedByName } }: { readonly one: OneDossier }) {
  const { paperNumber, paperDate, receivedOn, submittedAt, viaUnitName, confirmedAt, confirmWords } = dossier;
  const line = (label: string, value: string | null | undefined | false) => (value ? [{ label, value }] : []);
  return (
    <Pairs
      pairs={[
        { label: said.code, value: dossier.code },
        { label: said.stage, value: stageForUnitText[dossier.stage] },
        { label: said.to, value: dossier.toUnitName },
        { label: dossierFieldText.route, value: routeText[dossier.route] },
        ...line(dossierFieldText.via, viaUnitName),
        ...line(said.confirmed, confirmedAt && [momentText(confirmedAt), confirmWords].filter(Boolean).join('. ')),
        ...line(dossierFieldText.movement, dossier.movementName),
        ...line(said.procedure, dossier.simplified && simplifiedText[dossier.simplified]),
        { label: dossierFieldText.paperNumber, value: paperNumber ? said.paper(paperNumber, paperDate) : said.notYet },
        ...line(said.sentBy, submittedByName && submittedAt && `${submittedByName}, ${momentText(submittedAt)}`),
        ...line(said.receivedOn, receivedOn && dateText(receivedOn)),
      ]}
    />
  );
}
