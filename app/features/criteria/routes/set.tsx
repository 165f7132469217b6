import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { BlockDoors } from '../../blocks/routes/BlockDoors.tsx';
import { changeSet } from '../editing.server.ts';
import { fullMaximum } from '../criterion.ts';
import { setProblems, setsText as said, setStageText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import { Editions } from './Editions.tsx';
import { SetFacts } from './SetFacts.tsx';
import { Tree } from './Tree.tsx';
import type { Route } from './+types/set.ts';

export async function loader(args: Route.LoaderArgs) {
  const { edge: _edge, person: _person, ...one } = await askedSet(args);
  return { ...one, done: new URL(args.request.url).searchParams.get('da') ?? '' };
}

/** A criterion up or down among its own. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  const [way, code = ''] = (fields['ma'] ?? '').split(' ');
  const change = { kind: 'move', code, direction: way === 'up' ? 'up' : 'down' } as const;
  const done = await act(edge, (context) => changeSet(context, { id, version: versionIn(fields), change }));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=move`);
  return data({ problems: setProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function CriteriaSet({ loaderData, actionData }: Route.ComponentProps) {
  const { set, head, moves, faults, editions, done } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  const mayEdit = moves.includes('change');
  return (
    <Page
      title={set.title}
      lead={`${[head.blockName, head.movementTitle].filter(Boolean).join(', ')}, ${set.year}. ${setStageText[set.stage]}, ${said.sum(fullMaximum(set.criteria))}.`}
      trail={[{ label: said.title, href: '/tieu-chi' }]}
      action={
        <>
          {moves.includes('publish') && <LinkButton href={`${here}/ban-hanh`}>{said.publish}</LinkButton>}
          {moves.includes('replace') && (
            <LinkButton kind="second" href={`${here}/thay-the`}>
              {said.replace}
            </LinkButton>
          )}
        </>
      }
    >
      <title>{set.title}</title>
      {said.saved[done] && !actionData && <Notice kind="success">{said.saved[done]}</Notice>}
      {actionData && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      {set.isProposal && set.stage === 'draft' && <Notice kind="info">{said.proposal}</Notice>}
      {mayEdit && faults.length > 0 && (
        <Notice kind="warning" title={said.faults(faults.length)}>
          {said.faultsLead}
        </Notice>
      )}
      <SetFacts set={set} />
      {head.blockId !== null && head.blockCode !== null && head.blockName !== null && (
        <BlockDoors
          block={{ id: head.blockId, code: head.blockCode, name: head.blockName }}
          year={set.year}
          here="criteria"
        />
      )}
      <Tree one={loaderData} mayEdit={mayEdit} />
      {mayEdit && (
        <nav className="acts" aria-label={said.deeds}>
          <a href={`${here}/muc`}>{said.add}</a>
          <a href={`${here}/thong-tin`}>{said.settings}</a>
          <a href={`${here}/excel`}>{said.upload}</a>
          {moves.includes('withdraw') && <a href={`${here}/bo`}>{said.withdraw}</a>}
        </nav>
      )}
      <nav className="acts" aria-label={said.print}>
        <a href={`${here}/in/docx`}>{said.word}</a>
        <a href={`${here}/in/pdf`}>{said.pdf}</a>
        <a href={`${here}/tai.xlsx`}>{said.excel}</a>
        <a href={`${here}/so-sanh`}>{said.compare}</a>
      </nav>
      <Editions set={set} editions={editions} />
    </Page>
  );
}
