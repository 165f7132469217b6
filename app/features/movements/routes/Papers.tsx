import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { MovementDetail } from '../detail.server.ts';
import { movementDeedText, movementsText } from '../text.ts';
import type { RefusedDeed } from './MovementForms.tsx';

type Props = { readonly detail: MovementDetail; readonly refused: RefusedDeed | undefined };

/** The signed papers: read by whoever sees the movement, attached and taken off by those who lead it. */
export function Papers({ detail: { papers, moves }, refused }: Props) {
  const mayAttach = moves.includes('attach');
  if (papers.length === 0 && !mayAttach) return null;
  const error = refused?.deed === 'attach' ? refused.problems[0]?.message : undefined;
  return (
    <section>
      <h2>{movementsText.papers}</h2>
      {papers.length === 0 && <p className="muted">{movementsText.noPapers}</p>}
      <ul>
        {papers.map(({ id, name, size, attachedAt }) => (
          <li key={id}>
            <a href={`/phong-trao/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>{' '}
            <small>{momentText(attachedAt)}</small>
            {mayAttach && (
              <Form hidden={{ viec: 'detach', tep: id }}>
                <Button kind="plain" small>
                  {movementDeedText.detach}
                  <span className="sr">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayAttach && (
        <Form
          multipart
          hidden={{ viec: 'attach' }}
          errors={error ? [{ field: 'tep-moi', label: movementsText.paperFile, message: error }] : []}
        >
          <Field
            type="file"
            name="tep-moi"
            label={movementsText.paperFile}
            hint={movementsText.paperHint}
            error={error}
          />
          <Button kind="second">{movementDeedText.attach}</Button>
        </Form>
      )}
    </section>
  );
}
