import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { PdfVerdict } from '../../../platform/signing/verdict.ts';
import type { FileAnswer } from '../checking.server.ts';
import { fileAnswerText, fileAnswerTitle, hazardsText, signatureResult, verifyText as said } from '../text.ts';
import { CertificateFacts } from './CertificateFacts.tsx';
import { FoundDecision } from './LookedUpResult.tsx';

const looks: Readonly<Record<FileAnswer['kind'], 'success' | 'warning' | 'refusal'>> = {
  issued: 'success',
  certificate: 'success',
  not_issued: 'warning',
  changed: 'refusal',
  foreign: 'warning',
  unsigned: 'warning',
  unreadable: 'warning',
};

export function FileResult({ answer, name }: { readonly answer: FileAnswer; readonly name: string }) {
  const verdict = 'verdict' in answer ? answer.verdict : undefined;
  const isRevoked =
    (answer.kind === 'issued' && answer.decision.of === 'award' && answer.decision.revoked > 0) ||
    (answer.kind === 'certificate' && answer.certificates.some(({ revokedOn }) => revokedOn !== null));
  return (
    <section>
      <Notice kind={isRevoked ? 'warning' : looks[answer.kind]} title={`${fileAnswerTitle(answer)}: ${name}`}>
        {fileAnswerText(answer)}
      </Notice>
      {verdict && verdict.hazards.length > 0 && <Notice kind="refusal">{said.hazards(hazardsText(verdict))}</Notice>}
      {(answer.kind === 'issued' || answer.kind === 'changed') && <FoundDecision decision={answer.decision} />}
      {answer.kind === 'certificate' && answer.certificates.map((row) => <CertificateFacts key={row.id} row={row} />)}
      {verdict && verdict.signatures.length > 0 && <Signatures verdict={verdict} />}
    </section>
  );
}

function Signatures({ verdict }: { readonly verdict: PdfVerdict }) {
  return (
    <Table
      caption={said.signatures}
      columns={[
        {
          key: 'nguoi-ky',
          head: said.signer,
          kind: 'name',
          cell: ({ signer, organisation }) => [signer, organisation].filter(Boolean).join(', '),
        },
        { key: 'luc', head: said.at, cell: ({ at }) => (at === null ? '' : momentText(new Date(at))) },
        { key: 'ket-qua', head: said.result, cell: signatureResult },
      ]}
      rows={verdict.signatures}
      rowKey={({ field }) => field}
    />
  );
}
