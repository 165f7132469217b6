import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { nomineesOf } from '../../dossiers/nominee-rows.server.ts';
import { notOnList } from '../amendable.ts';
import { handleOpinion, opinionsOf } from '../handling.server.ts';
import { findList } from '../list-case.server.ts';
import { addToList, takeOffList } from '../amending.server.ts';
import { changesOfList } from '../list-changes.server.ts';
import { changeList, closeList, withdrawList } from '../lists.server.ts';
import { listProcedure } from '../procedure.ts';
import { appraisalProblems, appraisalText as said, listStateText } from '../text.ts';
import { ListForms } from './ListForms.tsx';
import { PeoplesOpinions } from './PeoplesOpinions.tsx';
import type { Route } from './+types/list.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock, seal } = edge.services;
  const row = (await findList(db, person, askedId(args.params.listId))) ?? pageNotFound();
  const moves = movesFor(listProcedure, row, person);
  const [opinions, changes, nominees] = await Promise.all([
    opinionsOf(db, person, seal, row.id),
    changesOfList(db, row.id),
    moves.includes('amend') ? nomineesOf(db, row.dossierId) : [],
  ]);
  const candidates = notOnList(row, nominees).map(({ id, name, holderUnitName }) => ({ id, name, holderUnitName }));
  return {
    row,
    moves,
    opinions,
    changes,
    candidates,
    today: plainDateIn(clock()),
    mayOpen: moves.includes('handle'),
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

const deeds = { dong: closeList, rut: withdrawList, sua: changeList, them: addToList, bot: takeOffList } as const;

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = askedId(args.params.listId);
  const deed = (Object.keys(deeds) as (keyof typeof deeds)[]).find((each) => each === fields['viec']);
  const on = { id, version: versionIn(fields), typed: fields };
  const result = await act(edge, (context) =>
    deed ? deeds[deed](context, on) : handleOpinion(context, { ...on, opinionId: askedId(fields['o']) }),
  );
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/cong-khai/${id}?da=${deed ?? 'xu-ly'}`);
  const answer = { deed: deed ?? 'xu-ly', fields, problems: appraisalProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function PublicListInside({ loaderData, actionData }: Route.ComponentProps) {
  const { row, moves, opinions, changes, candidates, today, mayOpen, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={said.listTitle}
      lead={`${said.listLead(row.toUnitName)} ${said.publicOpen(row.openedOn, row.closesOn)}. ${said.opinionCount(row.opinions, row.unhandled)}.`}
      trail={[{ label: row.dossierTitle, href: `/khen-thuong/tham-dinh/${row.dossierId}` }]}
      action={<b>{listStateText[row.stage]}</b>}
    >
      <title>{said.listTitle}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      <div className="acts">
        {row.stage !== 'withdrawn' && (
          <LinkButton kind="second" href={`/lay-y-kien/${row.id}`}>
            {said.publicPage}
          </LinkButton>
        )}
        {(['docx', 'pdf'] as const).map((format) => (
          <LinkButton key={format} kind="second" href={`/khen-thuong/tham-dinh/cong-khai/${row.id}/in/${format}`}>
            {`${said.print} (${format === 'docx' ? said.word : said.pdf})`}
          </LinkButton>
        ))}
      </div>
      <PeoplesOpinions row={row} opinions={opinions} mayOpen={mayOpen} refused={actionData} />
      <section>
        <h2>{said.items}</h2>
        <Table
          caption={said.items}
          captionHidden
          rows={row.items}
          rowKey={({ nomineeId }) => nomineeId}
          columns={[
            { key: 'ten', head: said.nominee, kind: 'name', cell: ({ name }) => name },
            { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
            { key: 'de-nghi', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
            { key: 'loi', head: said.shown, cell: ({ achievement }) => achievement },
            {
              key: 'han',
              head: said.period,
              cell: ({ shownOn, closesOn, addedReason }) => (
                <>
                  {said.periodOf(shownOn, closesOn)}
                  {addedReason !== null && <p className="muted">{said.addedWhy(addedReason)}</p>}
                </>
              ),
            },
          ]}
        />
      </section>
      <ListForms row={row} moves={moves} candidates={candidates} today={today} refused={actionData} />
      {changes.length > 0 && (
        <section>
          <h2>{said.changes}</h2>
          <ul>
            {changes.map(({ id, at, by, what, about, reason, closesOn }) => (
              <li key={id}>
                {momentText(at)}, {by}: {said.changeWhat[what]}
                {about.length > 0 && ` ${about.join(', ')}`}; {reason} ({dateText(closesOn)})
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
