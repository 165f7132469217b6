import { dateText } from '../../../ui/moment.ts';
import { Stage } from '../../../ui/Status.tsx';
import type { ListedAppeal } from '../appeals/list.server.ts';
import { appealLook } from '../appeals/stage-look.ts';
import { appealsText as said, appealStageText } from '../appeals.text.ts';

type Props = {
  readonly appeals: readonly Pick<
    ListedAppeal,
    'id' | 'unitName' | 'stage' | 'answer' | 'documentNumber' | 'documentDate' | 'dueOn'
  >[];
};

/** What was appealed and concluded, beside the frozen result that it does not change. */
export function AppealsBeside({ appeals }: Props) {
  return (
    <ul>
      {appeals.map(({ id, unitName, stage, answer, documentNumber, documentDate, dueOn }) => (
        <li key={id}>
          <a href={`/cham-diem/kien-nghi/${id}`}>{unitName}</a>{' '}
          <Stage stage={appealLook[stage]} word={appealStageText[stage]} />
          {dueOn !== null && <small> {`${said.due}: ${dateText(dueOn)}`}</small>}
          {documentNumber !== null && documentDate !== null && (
            <div>
              {said.paperOf(documentNumber, documentDate)}. {answer}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
