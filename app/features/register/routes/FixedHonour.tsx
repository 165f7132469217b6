import { Notice } from '../../../ui/Notice.tsx';
import { correctionRefusal, correctionText as said } from '../correction.text.ts';
import type { OneHonour } from '../honour-row.server.ts';

/** Why an award cannot be put right by hand, and by which paper it can. */
export function FixedHonour({ honour }: { readonly honour: OneHonour }) {
  const { decisionNumber: number, decidedOn: on, origin, revokedOn } = honour;
  const why =
    origin === 'decision'
      ? ({ kind: 'decided_here', number, on } as const)
      : ({ kind: honour.struckAt !== null ? 'honour_struck' : 'under_revocation' } as const);
  return (
    <>
      <Notice kind="info" title={said.fixedTitle}>
        {correctionRefusal(why)}
      </Notice>
      {origin === 'decision' && revokedOn === null && !honour.isUnderRevocation && (
        <p>
          <a href={`/khen-thuong/huy-bo/moi?khen-thuong=${honour.id}`}>{said.revoke}</a>
        </p>
      )}
    </>
  );
}
