import { reviewKindText } from '../../movements/text.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import type { Running } from '../clock.ts';
import type { LackingShown } from '../editions.server.ts';
import type { ListedDossier } from '../list.server.ts';
import type { OneDossier } from '../one.server.ts';
import { clockBasis, clockLabel, clockText, lackingText, lackingWords } from '../papers.text.ts';
import {
  dossierFieldText,
  dossiersText as said,
  dossierStageText,
  returnGroundText,
  routeText,
  simplifiedText,
  stageForUnitText,
} from '../text.ts';

function Left({ running }: { readonly running: Running }) {
  return (
    <>
      {running.left < 0 ? <Overdue>{clockText(running)}</Overdue> : clockText(running)}{' '}
      <small>{clockBasis(running)}</small>
    </>
  );
}

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

/** For whoever receives it: what was not there when it was handed in, and why. */
export function Lacked({ lacked }: { readonly lacked: LackingShown | undefined }) {
  if (!lacked) return null;
  const arrived = lacked.arrived.length > 0 && lackingWords.arrived(lackingText(lacked.arrived));
  if (lacked.papers.length === 0)
    return (
      <Notice kind="info" title={lackingWords.allArrived}>
        <p>{arrived}</p>
      </Notice>
    );
  return (
    <Notice kind="warning" title={lackingWords.title}>
      <p>{lackingText(lacked.papers)}.</p>
      {arrived && <p>{arrived}</p>}
      <p>{lacked.reason === null ? lackingWords.unsaid : lackingWords.said(lacked.reason)}</p>
    </Notice>
  );
}

type AboutProps = {
  readonly one: OneDossier;
  /** Read by whoever proposed, or by whoever works on it. */
  readonly isOwn: boolean;
  readonly running: Running | undefined;
};

const reviewOf = ({ movementReview, reviewHeldOn }: OneDossier['dossier']) =>
  movementReview === null ? said.noReview : said.reviewHeld(reviewKindText[movementReview], reviewHeldOn);

export function About({ one: { dossier, submittedByName }, running, isOwn }: AboutProps) {
  const { paperNumber, paperDate, receivedOn, submittedAt, viaUnitName, confirmedAt, confirmWords } = dossier;
  const line = (label: string, value: string | null | undefined | false) => (value ? [{ label, value }] : []);
  return (
    <Pairs
      pairs={[
        { label: said.code, value: dossier.code },
        { label: said.stage, value: (isOwn ? stageForUnitText : dossierStageText)[dossier.stage] },
        { label: said.to, value: dossier.toUnitName },
        { label: dossierFieldText.route, value: routeText[dossier.route] },
        ...line(dossierFieldText.via, viaUnitName),
        ...line(said.confirmed, confirmedAt && [momentText(confirmedAt), confirmWords].filter(Boolean).join('. ')),
        ...line(dossierFieldText.movement, dossier.movementName),
        ...(dossier.movementName === null ? [] : [{ label: dossierFieldText.review, value: reviewOf(dossier) }]),
        ...line(said.procedure, dossier.simplified && simplifiedText[dossier.simplified]),
        { label: dossierFieldText.paperNumber, value: paperNumber ? said.paper(paperNumber, paperDate) : said.notYet },
        ...line(said.sentBy, submittedByName && submittedAt && `${submittedByName}, ${momentText(submittedAt)}`),
        ...(running ? [{ label: clockLabel, value: <Left running={running} /> }] : []),
        ...line(said.receivedOn, receivedOn && dateText(receivedOn)),
      ]}
    />
  );
}
