import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { dateText } from '../../../ui/moment.ts';
import { awardNameOn } from '../../awards/text.ts';
import type { Found, LookedUp, MaskedCertificate } from '../checking.server.ts';
import type { FoundRevocation } from '../revoking.server.ts';
import { certificatesText, verifyText as said } from '../text.ts';

export function LookedUpResult({ found }: { readonly found: LookedUp }) {
  if (found.kind !== 'number') {
    return (
      <Notice kind="warning" title={said.unknownTitle}>
        {said.unknown}
      </Notice>
    );
  }
  return (
    <>
      {found.decisions.map((decision) => (
        <FoundDecision key={decision.of === 'award' ? decision.decisionId : decision.id} decision={decision} />
      ))}
      {found.certificates.map((one) => (
        <Masked key={`${one.decisionNumber} ${one.name}`} one={one} />
      ))}
    </>
  );
}

export function FoundDecision({ decision }: { readonly decision: Found | FoundRevocation }) {
  return decision.of === 'award' ? <Granting decision={decision} /> : <Revoking decision={decision} />;
}

function Revoking({ decision }: { readonly decision: FoundRevocation }) {
  const { number, decidedOn, issuer, awardCode, awardNumber, awardedOn, name, restoredNumber, restoredOn } = decision;
  return (
    <section className="panel">
      <Pairs
        pairs={[
          { label: said.number, value: number },
          { label: said.day, value: dateText(decidedOn) },
          { label: said.issuer, value: issuer },
          { label: said.revokes, value: said.revokesWhat(awardNumber, awardedOn) },
          { label: said.award, value: awardNameOn(awardCode, awardedOn) },
          { label: said.given, value: name },
          ...(restoredOn === null
            ? []
            : [{ label: said.restored, value: said.restoredBy(restoredNumber ?? '', restoredOn) }]),
        ]}
      />
      <p className="muted">{said.maskedHolder}</p>
    </section>
  );
}

function Granting({ decision }: { readonly decision: Found }) {
  const { number, decidedOn, issuer, people, revoked, annexes, decisionId } = decision;
  return (
    <section className="panel">
      <Pairs
        pairs={[
          { label: said.number, value: number },
          { label: said.day, value: dateText(decidedOn) },
          { label: said.issuer, value: issuer },
          { label: said.people, value: revoked > 0 ? `${people} (${said.revokedOf(revoked)})` : String(people) },
          ...(annexes.length === 0 ? [] : [{ label: said.attached, value: annexes.join('; ') }]),
        ]}
      />
      <p>
        <a href={`/khen-thuong/quyet-dinh/cong-bo/${decisionId}`}>{said.openDecision}</a>
      </p>
    </section>
  );
}

function Masked({ one }: { readonly one: MaskedCertificate }) {
  const isRevoked = one.revokedOn !== null;
  return (
    <section className="panel">
      <Notice kind={isRevoked ? 'warning' : 'success'} title={isRevoked ? said.revokedTitle : said.genuine}>
        {isRevoked ? certificatesText.revoked(one.revokedOn ?? '', one.revokedBy) : said.genuineWhat}
      </Notice>
      <Pairs
        pairs={[
          { label: said.golden, value: one.goldenBookNumber ?? '' },
          { label: said.given, value: one.name },
          { label: said.award, value: awardNameOn(one.awardCode, one.decidedOn) },
          { label: said.number, value: one.decisionNumber },
          { label: said.day, value: dateText(one.decidedOn) },
          { label: said.issuer, value: one.issuer },
        ]}
      />
      <p className="muted">{said.masked}</p>
    </section>
  );
}
