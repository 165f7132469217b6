import { awardName } from '../../awards/text.ts';
import { judgementLine, judgingText } from '../../dossiers/looking.text.ts';
import { paperKindText } from '../../dossiers/papers.text.ts';
import { dossierStageText } from '../../dossiers/text.ts';
import type { DossierStage } from '../../dossiers/procedure.ts';
import type { AppraisedNominee } from '../appraised.server.ts';
import { appraisalText as said } from '../text.ts';

type Way = {
  readonly dossier: { readonly id: string };
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

/** The list is gone through one after the other. */
export function Neighbours({ dossier, previous, next }: Way) {
  const to = (id: string) => `/khen-thuong/tham-dinh/${dossier.id}/${id}`;
  if (!previous && !next) return null;
  return (
    <nav className="acts" aria-label={said.nominee}>
      {previous && (
        <a href={to(previous)} rel="prev">
          ← {said.previous}
        </a>
      )}
      {next && (
        <a href={to(next)} rel="next">
          {said.following} →
        </a>
      )}
    </nav>
  );
}

type Of = { readonly nominee: AppraisedNominee };

export function Held({ nominee }: Of) {
  const held = nominee.holder.awards.toSorted((a, b) => b.year - a.year);
  return (
    <section>
      <h2>{said.held}</h2>
      {held.length === 0 ? (
        <p className="muted">{said.nothingHeld}</p>
      ) : (
        <ul>
          {held.map(({ id, award, year, revokedOn }) => (
            <li key={id}>
              {awardName(award)}, {year}
              {revokedOn !== null && ` (${said.noLonger})`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/khen-thuong/so/${nominee.holderId}`}>{said.register}</a>
      </p>
    </section>
  );
}

export function Twins({ nominee: { twins } }: Of) {
  return (
    <section>
      <h2>{said.twins}</h2>
      {twins.length === 0 ? (
        <p className="muted">{said.noTwins}</p>
      ) : (
        <ul>
          {twins.map(({ nomineeId, dossierId, dossierCode, unitName, stage }) => (
            <li key={nomineeId}>
              <a href={`/khen-thuong/ho-so/${dossierId}`}>{dossierCode}</a>, {unitName} (
              {dossierStageText[stage as DossierStage]})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the award asks for and is not there; reports that share passages, word for word beside each other one click away. */
export function PapersAndCopies({ nominee }: Of) {
  const { id, dossierId, papersMissing, copies } = nominee;
  return (
    <section>
      <h2>{said.papers}</h2>
      <p>
        {papersMissing.length === 0
          ? said.papersWhole
          : said.papersLack(papersMissing.map((kind) => paperKindText[kind]).join(', '))}{' '}
        <a href={`/khen-thuong/ho-so/${dossierId}/giay-to`}>{said.seePapers}</a> ·{' '}
        <a href={`/khen-thuong/ho-so/${dossierId}/doi-tuong/${id}`}>{said.seeReport}</a>
      </p>
      {copies.length > 0 && (
        <ul>
          {copies.map(({ other, shared, judgement }) => (
            <li key={other.nomineeId}>
              <a href={`/khen-thuong/ho-so/${dossierId}/doi-tuong/${id}/so-sanh/${other.nomineeId}`}>
                {said.copyOf(other.name, other.unitName, Math.round(shared.shareOfMine * 100))}
              </a>{' '}
              <small>{judgement ? judgementLine(judgement) : judgingText.notJudged}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
