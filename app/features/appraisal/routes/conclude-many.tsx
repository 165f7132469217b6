import { sharesOfNominees } from '../../register/fairness.server.ts';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { readPage } from '../../../ui/address.ts';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Paging } from '../../../ui/Paging.tsx';
import { Table } from '../../../ui/Table.tsx';
import { isAsked } from '../appraised-items.ts';
import { appraisedNominees } from '../appraised.server.ts';
import { concludeMany } from '../concluding.server.ts';
import { isWithoutMatter } from '../conclusion.ts';
import { pageOf, unconcludedOf } from '../looked-page.ts';
import { appraisalOf } from '../one.server.ts';
import { plainOf } from '../plain.ts';
import { appraisalProblems, appraisalText as said } from '../text.ts';
import type { Route } from './+types/conclude-many.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = await appraisalOf(db, person, askedId(args.params.dossierId), today);
  if (one?.kind !== 'inside' || !one.mayAppraise) return pageNotFound();
  const { dossier, nominees: all } = one;
  const query = new URL(args.request.url).searchParams;
  const { ids, paging } = pageOf(unconcludedOf(all), readPage(query.toString()));
  const looked = await appraisedNominees(db, person, { dossier, all, ids }, today);
  const rows = looked
    .filter((each) => isWithoutMatter(plainOf(each)))
    .map(({ id, name, holderUnitName, awardCode, appraisalVersion, evaluation }) => ({
      id,
      name,
      unitName: holderUnitName,
      awardCode,
      version: appraisalVersion,
      toJudge: evaluation.entries.filter((entry) => entry.state === 'to_judge' && isAsked(entry)).length,
    }));
  const shares = await sharesOfNominees(
    db,
    rows.map(({ id }) => id),
  );
  return { dossierId: dossier.id, title: dossier.title, rows, shares, paging, done: query.get('da') };
}

/** Each box carries the version that was seen: `id:version`. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const shown = typed.many('doi-tuong').map((box) => {
    const [id, version] = box.split(':');
    return { nomineeId: askedId(id), version: Number(version) };
  });
  if (shown.length === 0) return data({ problems: [{ message: said.concludeAllNone }] }, { status: 422 });
  const result = await act(edge, (context) => concludeMany(context, { dossierId, shown }));
  const here = new URL(args.request.url);
  here.searchParams.set('da', 'ket-luan-chung');
  if (result.ok) return redirect(`${here.pathname}${here.search}`);
  return data({ problems: appraisalProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function ConcludeMany({ loaderData, actionData }: Route.ComponentProps) {
  const { dossierId, title, rows, shares, paging, done } = loaderData;
  const back = `/khen-thuong/tham-dinh/${dossierId}`;
  const others = Math.min(paging.size, paging.total - (paging.page - 1) * paging.size) - rows.length;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={said.concludeAllTitle}
      lead={rows.length > 0 ? said.concludeAllLead(rows.length) : said.concludeAllNobody}
      trail={[
        { label: said.title, href: '/khen-thuong/tham-dinh' },
        { label: title, href: back },
      ]}
    >
      <title>{said.concludeAllTitle}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {others > 0 && <p>{said.concludeAllOthers(others)}</p>}
      <Form wide errors={actionData?.problems}>
        <Table
          caption={said.concludeAllTitle}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'chon',
              head: said.conclusion,
              cell: ({ id, version, name }) => (
                <input
                  type="checkbox"
                  name="doi-tuong"
                  value={`${id}:${version}`}
                  defaultChecked
                  aria-label={said.choose(name)}
                />
              ),
            },
            {
              key: 'ten',
              head: said.nominee,
              kind: 'name',
              cell: ({ id, name }) => <a href={`${back}/${id}`}>{name}</a>,
            },
            { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
            { key: 'de-nghi', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
            { key: 'xem', head: said.standard, cell: ({ toJudge }) => said.toJudgeCount(toJudge) },
          ]}
        />
        {rows.length > 0 && (
          <div className="acts">
            <Button>{said.concludeAllVerb}</Button>
            <a href={back}>{said.openDossier}</a>
          </div>
        )}
      </Form>
      <Paging
        view={{ path: `${back}/ket-luan-chung`, query: '' }}
        page={paging.page}
        last={Math.ceil(paging.total / paging.size)}
      />
      {rows.length > 0 && <FairnessShares shares={shares} />}
    </Page>
  );
}
