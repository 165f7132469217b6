import { data, redirect } from 'react-router';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { doOnConsolidation } from '../deeds.server.ts';
import { findConsolidation, findPiece, wordsOf } from '../list.server.ts';
import { sourceText } from '../paper.text.ts';
import { textOf } from '../pieces.ts';
import { listText, pieceText, problemsOf } from '../text.ts';
import { PieceView, Words } from './PieceView.tsx';
import type { Route } from './+types/piece.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findConsolidation(db, person, askedId(args.params.id))) ?? pageNotFound();
  const piece = (await findPiece(db, one.id, askedId(args.params.pieceId))) ?? pageNotFound();
  if (!one.moves.includes('change') || piece.content !== null) return pageNotFound();
  const part = one.parts.find(({ key }) => key === piece.part);
  const beside = piece.source.kind === 'own' ? await wordsOf(db, { id: one.id, part: piece.part }) : [];
  return { head: { id: one.id, title: one.title }, piece, heading: part?.heading ?? '', beside };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const id = askedId(args.params.id);
  const pieceId = askedId(args.params.pieceId);
  const { fields } = await typedIn(args.request);
  const { result } = await doOnConsolidation(edge, id, { ...fields, viec: 'edit', doan: pieceId }, act);
  if (!result.ok) {
    const isRace = result.refusal.kind === 'lost_race';
    return data({ fields, isRace, problems: problemsOf(result.refusal) }, { status: statusOf(result.refusal) });
  }
  const { db } = edge.services;
  const piece = (await findConsolidation(db, person, id)) && (await findPiece(db, id, pieceId));
  return redirect(`/bao-cao-tong-hop/${id}/muc/${piece?.part ?? ''}${keepsTheirs(fields) ? '' : `#doan-${pieceId}`}`);
}

export default function PiecePage({ loaderData, actionData }: Route.ComponentProps) {
  const { head, piece, heading, beside } = loaderData;
  const stored = textOf(piece);
  const mine = actionData?.fields['text'];
  const back = `/bao-cao-tong-hop/${head.id}/muc/${piece.part}`;
  return (
    <Page
      title={pieceText.title}
      lead={sourceText(piece.source)}
      trail={[
        { label: listText.title, href: '/bao-cao-tong-hop' },
        { label: head.title, href: `/bao-cao-tong-hop/${head.id}` },
        { label: heading, href: back },
      ]}
    >
      <title>{pieceText.title}</title>
      <div className={beside.length > 0 ? 'side-by-side' : undefined}>
        <Form version={piece.version} errors={actionData?.problems} guard={`doan-${piece.id}`} wide>
          {actionData?.isRace && <Compare fields={[{ label: pieceText.words, mine: mine ?? '', theirs: stored }]} />}
          <Field
            type="textarea"
            rows={14}
            name="text"
            label={pieceText.words}
            hint={pieceText.hint}
            value={mine ?? stored}
            error={actionData?.problems.find(({ field }) => field === 'text')?.message}
          />
          <Actions>
            <Button>{pieceText.save}</Button>
            <a href={back}>{pieceText.cancel}</a>
          </Actions>
        </Form>
        {beside.length > 0 && (
          <section>
            <h2>{pieceText.beside}</h2>
            {beside.map((group) => (
              <PieceView key={group[0].id} consolidationId={head.id} group={group} order={undefined} />
            ))}
          </section>
        )}
      </div>
      {piece.original !== '' && (
        <section>
          <h2>{pieceText.original}</h2>
          <Words text={piece.original} />
        </section>
      )}
    </Page>
  );
}
