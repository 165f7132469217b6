import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { RankingDeed } from '../deeds.server.ts';
import type { Publication as Live } from '../publication/publishing.server.ts';
import { publicationText as said } from '../publication.text.ts';

type Props = {
  readonly judgementId: string;
  readonly live: Live | null;
  readonly deeds: readonly ('publish' | 'unpublish')[];
  readonly refused: Refused<RankingDeed>;
};

/** Whether everybody may see the frozen result, and the way there and back. */
export function Publication({ judgementId, live, deeds, refused }: Props) {
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'unpublish');
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <p>
        {live ? said.published(live.publishedAt) : said.notYet}{' '}
        {live && <a href={`/ket-qua-thi-dua/${judgementId}`}>{said.look}</a>}
      </p>
      {deeds.includes('publish') && (
        <Form hidden={{ viec: 'publish' }}>
          <Button>{said.publish}</Button>
        </Form>
      )}
      {deeds.includes('unpublish') && (
        <details open={isOpen}>
          <summary>{said.unpublish}</summary>
          <Form hidden={{ viec: 'unpublish' }} errors={problems} scope="unpublish">
            <Field
              type="textarea"
              rows={2}
              name="ly-do"
              label={said.reason}
              value={fields['ly-do']}
              error={errorAt('ly-do')}
            />
            <Button kind="danger">{said.unpublish}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
