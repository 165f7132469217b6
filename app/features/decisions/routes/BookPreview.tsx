import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Booking } from '../books.server.ts';
import { bookModeText, booksText as said, effectText, notThisYearText } from '../books.text.ts';
import type { BookMode } from '../number-book.ts';
import { changeTo } from '../number-book.ts';

type Props = {
  readonly booking: Booking;
  readonly mode: BookMode;
  readonly reason: string;
  readonly error: string | undefined;
};

/** What the change would do, and the button that does it; or why it cannot be. */
export function BookPreview({ booking, mode, reason, error }: Props) {
  const { book, unitId } = booking;
  const change = changeTo(mode, book);
  const back = `/khen-thuong/quyet-dinh/so-so/${unitId}`;
  if (change === 'same') return <Notice kind="info">{said.same}</Notice>;
  if (change === 'not_this_year') return <Notice kind="warning">{notThisYearText(book.taken)}</Notice>;
  const errors = error === undefined ? [] : [{ field: 'ly-do', label: said.reason, message: error }];
  return (
    <section className="confirm">
      <h2>{`${said.previewTitle}: ${said.year.toLocaleLowerCase('vi')} ${book.year}`}</h2>
      <p>
        <b>{bookModeText[mode]}</b>
      </p>
      <ul>
        {effectText(booking, mode).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form version={book.version} hidden={{ cach: mode, nam: String(book.year) }} errors={errors}>
        <Field name="ly-do" label={said.reason} value={reason} optional={change === 'free'} error={error} />
        <Actions>
          <Button>{said.change}</Button>
          <a href={back}>{said.back}</a>
        </Actions>
      </Form>
    </section>
  );
}
