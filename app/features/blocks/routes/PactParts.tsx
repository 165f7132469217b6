import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { PactSeen } from '../pact-page.server.ts';
import { blocksText as said, pactStageText } from '../text.ts';

type Props = { readonly seen: PactSeen };

/** Who signed, who has not, and who took a signature back. */
export function Signatures({ seen: { pact, year, signatures, unsigned, declines } }: Props) {
  const seated = new Set(year.seats.map(({ unitId }) => unitId));
  const standing = signatures.filter(({ withdrawnAt }) => withdrawnAt === null);
  const gone = signatures.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const rows = [
    ...standing.map((one) => ({ id: one.unitId, name: one.unitName, signature: one })),
    ...unsigned.map(({ unitId, name }) => ({ id: unitId, name, signature: null })),
  ];
  return (
    <section>
      <h2>{said.signaturesTitle}</h2>
      <p>{said.signatures(standing.length, rows.length)}</p>
      <Table
        caption={said.signaturesTitle}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ name }) => name },
          {
            key: 'chu-ky',
            head: said.signature,
            cell: ({ id, signature }) =>
              signature === null
                ? notSigned(declines.find(({ unitId }) => unitId === id))
                : [
                    said.signedBy(signature.name, signature.post, signature.signedAt),
                    ...(signature.forName === null ? [] : [said.signedFor(signature.forName)]),
                    ...(signature.handName === null ? [] : [said.signedHand(signature.handName)]),
                    ...(seated.has(signature.unitId) ? [] : [said.leftBlock]),
                  ].join('; '),
          },
        ]}
      />
      {pact.stage === 'closed' && pact.unsignedReason === null && unsigned.length > 0 && (
        <Notice kind="info">{said.joinedLater(unsigned.map(({ name }) => name))}</Notice>
      )}
      {gone.length > 0 && (
        <ul className="muted">
          {gone.map(({ id, unitName, withdrawnAt, withdrawnReason }) => (
            <li key={id}>{said.withdrawnSign(unitName, withdrawnAt ?? '', withdrawnReason ?? '')}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const notSigned = (decline: PactSeen['declines'][number] | undefined) =>
  decline ? said.declined(decline.name, decline.declinedAt, decline.reason) : said.notSigned;

export function Editions({ seen: { pact, editions } }: Props) {
  if (editions.length < 2) return null;
  return (
    <section>
      <h2>{said.editions}</h2>
      <ul>
        {editions.map(({ id, edition, title, stage }) => (
          <li key={id}>
            {id === pact.id ? said.edition(edition) : <a href={`/khoi-cum/giao-uoc/${id}`}>{said.edition(edition)}</a>}
            {`: ${title} (${pactStageText[stage].toLocaleLowerCase('vi')})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
