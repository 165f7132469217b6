import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { CertificateRow } from '../certificate.server.ts';
import { factsIn } from '../sheet.text.ts';
import { certificatesText, verifyText as said } from '../text.ts';

/** What stands on the paper, for whoever has it in hand to compare. */
export function CertificateFacts({ row }: { readonly row: CertificateRow }) {
  const of = factsIn(row);
  const isRevoked = row.revokedOn !== null;
  return (
    <section className="panel">
      <Notice kind={isRevoked ? 'warning' : 'success'} title={isRevoked ? said.revokedTitle : said.genuine}>
        {isRevoked
          ? certificatesText.revoked(row.revokedOn ?? '', row.revokedBy)
          : `${said.genuineWhat} ${said.notSealedWhat}`}
      </Notice>
      <Pairs
        pairs={[
          { label: said.given, value: of.ten },
          { label: said.unit, value: of['don-vi'] },
          { label: said.award, value: `${of.tang}: ${of['danh-hieu']}` },
          { label: said.merit, value: of['thanh-tich'] },
          { label: said.number, value: of['so-quyet-dinh'] },
          { label: said.day, value: of['ngay-quyet-dinh'] },
          { label: said.golden, value: of['so-vang'] },
          { label: said.issuer, value: row.content.enactedBy },
        ].filter(({ value }) => value !== '')}
      />
      <p>
        <a href={`/khen-thuong/quyet-dinh/cong-bo/${row.decisionId}`}>{said.openDecision}</a>
      </p>
    </section>
  );
}
