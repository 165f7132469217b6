import type { SecretDuty } from '../list.server.ts';
import { secrecyText } from '../text.ts';

type Props = { readonly duties: readonly SecretDuty[]; readonly roundId: string };

/** Beside a report: what of it goes another way, and by which papers it went. */
export function SecretDuties({ duties, roundId }: Props) {
  return duties.map(({ code, papers }) => (
    <section key={code}>
      <h2>{secrecyText.duty(code)}</h2>
      <p>{secrecyText.dutyLead}</p>
      {papers.map(({ id, number, date }) => (
        <p key={id}>
          <a href={`/van-ban-mat/${id}`}>{secrecyText.dutyDone(number, date)}</a>
        </p>
      ))}
      {papers.length === 0 && (
        <p>
          <a href={`/van-ban-mat/moi?ky=${roundId}`}>{secrecyText.new}</a>
        </p>
      )}
    </section>
  ));
}
