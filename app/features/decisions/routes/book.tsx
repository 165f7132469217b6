import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { pathOf } from '../../organisation/paths.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Booking } from '../books.server.ts';
import { listBooks, permitBook, setBook } from '../books.server.ts';
import { bookModeHint, bookModeText, bookRefusal, booksText as said } from '../books.text.ts';
import type { BookMode } from '../number-book.ts';
import { bookModes, nextNumber } from '../number-book.ts';
import { decisionsText } from '../text.ts';
import { BookPreview } from './BookPreview.tsx';
import type { Route } from './+types/book.ts';

const modeIn = (text: string | null | undefined): BookMode | undefined => bookModes.find((each) => each === text);

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const unitId = askedId(args.params.unitId);
  const year = Number(plainDateIn(clock()).slice(0, 4));
  const [now] = await listBooks(db, person, { year, unitId });
  const [next] = await listBooks(db, person, { year: year + 1, unitId });
  if (!now || !next) return pageNotFound();
  const asked = new URL(args.request.url).searchParams;
  const mode = modeIn(asked.get('cach'));
  const chosen = asked.get('nam') === String(year + 1) ? next : now;
  const mayChange = permitBook(person, await pathOf(db, unitId)).ok;
  return { now, next, mayChange, preview: mode && mayChange ? { mode, chosen } : undefined, done: asked.has('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const unitId = askedId(args.params.unitId);
  const mode = modeIn(fields['cach']) ?? pageNotFound();
  const order = {
    unitId,
    mode,
    year: Number(fields['nam']),
    seen: Number(fields['version']),
    reason: fields['ly-do'] ?? '',
  };
  const done = await act(edge, (context) => setBook(context, order));
  if (done.ok) return redirect(`/khen-thuong/quyet-dinh/so-so/${unitId}?da=1`);
  const { refusal } = done;
  return data(
    { fields, mode, isReason: refusal.kind === 'book_reason_needed', message: bookRefusal(refusal) },
    { status: statusOf(refusal) },
  );
}

export default function Book({ loaderData, actionData }: Route.ComponentProps) {
  const { now, next, mayChange, done } = loaderData;
  const title = said.of(now.unitName);
  const sent = actionData && {
    mode: actionData.mode,
    chosen: actionData.fields['nam'] === String(next.book.year) ? next : now,
  };
  const preview = sent ?? loaderData.preview;
  const trail = [
    { label: decisionsText.title, href: '/khen-thuong/quyet-dinh' },
    { label: said.title, href: '/khen-thuong/quyet-dinh/so-so' },
  ];
  return (
    <Page title={title} lead={said.lead} trail={trail}>
      <title>{title}</title>
      {actionData && !actionData.isReason && <Notice kind="refusal">{actionData.message}</Notice>}
      {done && !actionData && <Notice kind="success">{said.saved}</Notice>}
      <Standing booking={now} />
      <Standing booking={next} />
      <ul>
        {bookModes.map((mode) => (
          <li key={mode}>
            <b>{bookModeText[mode]}.</b> {bookModeHint[mode]}
          </li>
        ))}
      </ul>
      {!mayChange && <p className="muted">{said.mayNot}</p>}
      {preview && mayChange && (
        <BookPreview
          booking={preview.chosen}
          mode={preview.mode}
          reason={actionData?.fields['ly-do'] ?? ''}
          error={actionData?.isReason ? actionData.message : undefined}
        />
      )}
      {mayChange && <Choose now={now} next={next} chosen={preview} />}
    </Page>
  );
}

function Standing({ booking: { book, goldenLast } }: { readonly booking: Booking }) {
  return (
    <section>
      <h2>{`${said.year} ${book.year}`}</h2>
      {book.version === 0 && book.mode === 'own' && <p className="muted">{said.isDefault}</p>}
      <Pairs
        pairs={[
          { label: said.mode, value: bookModeText[book.mode] },
          { label: said.taken, value: book.taken },
          { label: said.last, value: book.last === 0 ? said.noneYet : book.last },
          ...(book.free.length > 0 ? [{ label: said.free, value: book.free.join(', ') }] : []),
          { label: said.next, value: book.mode === 'own' ? nextNumber(book) : said.byClerk },
          { label: said.golden, value: goldenLast === 0 ? said.noneYet : goldenLast },
        ]}
      />
    </section>
  );
}

type ChooseProps = {
  readonly now: Booking;
  readonly next: Booking;
  readonly chosen: { readonly mode: BookMode; readonly chosen: Booking } | undefined;
};

/** Asked by address: nothing changes before what it would do has been read. */
function Choose({ now, next, chosen }: ChooseProps) {
  return (
    <section>
      <h2>{said.choose}</h2>
      <form method="get" className="form">
        <Choices
          kind="one"
          name="cach"
          label={said.mode}
          value={chosen?.mode ?? now.book.mode}
          options={bookModes.map((value) => ({ value, label: bookModeText[value] }))}
        />
        <Field
          type="select"
          name="nam"
          label={said.forYear}
          blank={null}
          value={String(chosen?.chosen.book.year ?? now.book.year)}
          options={[now, next].map(({ book }) => ({ value: String(book.year), label: String(book.year) }))}
        />
        <Button kind="second">{said.see}</Button>
      </form>
    </section>
  );
}
