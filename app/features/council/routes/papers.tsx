import { data, redirect } from 'react-router';
import { getAward } from '../../awards/award.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';
import { choiceText } from '../ballot.text.ts';
import type { PaperItem } from '../papers-page.server.ts';
import { findPapers } from '../papers-page.server.ts';
import { enterPapers, witnessPapers } from '../papers.server.ts';
import { recordRefusedVote } from '../refusing.server.ts';
import type { Counts } from '../tally.ts';
import { choices } from '../tally.ts';
import { councilProblems, councilText as said, toldAtTop } from '../text.ts';
import type { Route } from './+types/papers.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const page = (await findPapers(edge.services.db, person, askedId(args.params.sessionId))) ?? pageNotFound();
  return { ...page, me: person.personId };
}

const deeds = ['first', 'second'] as const;

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const deed = deeds.find((each) => each === fields['viec']);
  const reading = { id, pollId: fields['poll'] ?? '', counts: countsIn(fields) };
  const { config } = edge.services;
  const read = await act(edge, (context) =>
    deed === 'second' ? witnessPapers(context, reading, config) : enterPapers(context, reading, config),
  );
  const here = `/khen-thuong/hoi-dong/phien/${id}`;
  if (read.ok) return redirect(deed === 'second' ? `${here}?da=papers` : `${here}/phieu-giay?da=read`);
  await recordRefusedVote(edge, id, read.refusal, act);
  return data({ deed, fields, problems: councilProblems(read.refusal) }, { status: statusOf(read.refusal) });
}

/** What is no whole number does not add up, and is said so. */
function countsIn(fields: Readonly<Record<string, string>>): Counts {
  const one = (name: string) => {
    const typed = fields[name]?.trim() ?? '';
    return /^\d{0,3}$/.test(typed) ? Number(typed) : Number.NaN;
  };
  return { for: one('n-for'), against: one('n-against'), blank: one('n-blank') };
}

export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
  const { session, reading, items, me } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <Page title={said.papersTitle} lead={said.papersLead} trail={[{ label: session.title, href: here }]}>
      <title>{said.papersTitle}</title>
      {actionData && <Notice kind="refusal">{toldAtTop(actionData.problems)}</Notice>}
      {items.length === 0 && <Empty what={said.noPapers} why={said.noPapersWhy} />}
      {items.map((item) => (
        <section key={item.id}>
          <h2>{`${item.position}. ${item.holderName}: ${getAward(item.awardCode).name}`}</h2>
          <p>{said.papersFrom(item.poll.papers.from.map(({ name }) => name))}</p>
          <Stand item={item} reading={reading} me={me} refused={actionData} />
        </section>
      ))}
    </Page>
  );
}

type StandProps = {
  readonly item: PaperItem;
  readonly reading: 'first' | 'second';
  readonly me: string;
  readonly refused: Refused<'first' | 'second'>;
};

function Stand({ item, reading, me, refused }: StandProps) {
  const { papers, id } = item.poll;
  if (papers.isRead)
    return <Notice kind="success">{said.papersIn(papers.enteredBy ?? '', papers.witnessedBy ?? '')}</Notice>;
  if (reading === 'second' && papers.from.some(({ personId }) => personId === me)) return <p>{said.papersOwn}</p>;
  if (reading === 'second' && papers.enteredBy === null) return <p>{said.papersFirstMissing}</p>;
  const { fields } = formOf(refused, reading, { poll: id });
  return (
    <>
      {papers.from.length === 1 && <Notice kind="warning">{said.papersOne}</Notice>}
      {reading === 'first' && papers.enteredBy !== null && <p>{said.papersWait(papers.enteredBy)}</p>}
      <Form hidden={{ viec: reading, poll: id }}>
        {choices.map((choice) => (
          <Field
            key={choice}
            type="number-vi"
            name={`n-${choice}`}
            id={`o-${choice}-${id}`}
            label={said.papersOf(choiceText[choice])}
            value={fields[`n-${choice}`]}
            width="short"
          />
        ))}
        <Button kind={reading === 'first' && papers.enteredBy !== null ? 'second' : 'primary'}>
          {reading === 'first' ? said.papersEnter : said.papersWitness}
        </Button>
      </Form>
    </>
  );
}
