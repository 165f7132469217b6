import type { JudgementRow } from '../../scoring/case.server.ts';
import type { ListedAppeal } from '../appeals/list.server.ts';
import { appealsText } from '../appeals.text.ts';
import { sinceText, trialText } from '../trying.text.ts';
import { AppealsBeside } from './AppealsBeside.tsx';

type Props = {
  readonly judgement: JudgementRow;
  readonly appeals: readonly ListedAppeal[];
  readonly mayFile: boolean;
};

/** What stands beside a frozen result: appeals, figures corrected since, other rules to try. */
export function AfterFreeze({ judgement, appeals, mayFile }: Props) {
  const here = `/cham-diem/${judgement.id}/xep-hang`;
  return (
    <section>
      <h2>{appealsText.beside}</h2>
      {appeals.length > 0 && <AppealsBeside appeals={appeals} />}
      <p className="acts">
        {mayFile && <a href={`${here}/kien-nghi`}>{appealsText.new}</a>}
        <a href="/cham-diem/kien-nghi">{appealsText.all}</a>
        <a href={`${here}/sau-khi-cong-bo`}>{sinceText.link}</a>
        <a href={`${here}/thu`}>{trialText.link}</a>
      </p>
    </section>
  );
}
