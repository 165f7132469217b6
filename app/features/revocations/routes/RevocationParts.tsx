import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { sizeText } from '../../../platform/files/text.ts';
import type { OneRevocation } from '../list.server.ts';
import { groundText, revocationMoveText, revocationText as said } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Of = { readonly one: OneRevocation };

/** The award, the ground, and what was said of it by whoever worked on it. */
export function Told({ one: { revocation: row, initiatives } }: Of) {
  const told = [
    { label: said.decision, value: `${row.awardNumber}, ${dateText(row.awardedOn)}` },
    { label: said.awardedBy, value: row.awardedBy },
    { label: said.year, value: String(row.year) },
    { label: said.ground, value: groundText(row.ground) },
    ...(row.statement === '' ? [] : [{ label: said.statement, value: row.statement }]),
    ...(row.opinion === null
      ? []
      : [{ label: row.stage === 'draft' ? said.returned : said.opinion, value: row.opinion }]),
    ...(row.refusal === null
      ? []
      : [{ label: row.stage === 'withdrawn' ? said.withdrawReason : said.refusal, value: row.refusal }]),
    ...(row.returnReason === null ? [] : [{ label: said.giveBackReason, value: row.returnReason }]),
    ...(row.decidedOn === null
      ? []
      : [{ label: said.revokedBy, value: `${row.decisionNumber}, ${dateText(row.decidedOn)}, ${row.decidedByWords}` }]),
    ...(row.restoredOn === null
      ? []
      : [
          { label: said.restoredBy, value: `${row.restoredNumber}, ${dateText(row.restoredOn)}` },
          { label: said.restoredReason, value: row.restoredReason },
        ]),
  ];
  return (
    <>
      <Pairs pairs={told} />
      {initiatives.length > 0 && row.isInside && (
        <section>
          <h2>{said.initiatives}</h2>
          <ul>
            {initiatives.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
          <p className="muted">{said.initiativesNote}</p>
        </section>
      )}
    </>
  );
}

/** Files, for those who work on it. */
export function EvidenceOf({ one: { revocation, files }, refused }: Of & { readonly refused: Refused }) {
  const { problems, errorAt } = formOf(refused, 'attach');
  if (!revocation.isInside) return null;
  return (
    <section>
      <h2>{said.evidence}</h2>
      {files.length === 0 ? (
        <p className="muted">{said.noEvidence}</p>
      ) : (
        <ul>
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/khen-thuong/huy-bo/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {revocation.moves.includes('attach') && (
        <Form hidden={{ viec: 'attach' }} errors={problems} multipart>
          <Field type="file" name="tep-moi" label={said.file} error={errorAt('tep-moi')} />
          <Button kind="second">{revocationMoveText.attach}</Button>
        </Form>
      )}
    </section>
  );
}
