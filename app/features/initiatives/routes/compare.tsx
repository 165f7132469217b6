import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findPair } from '../alike.server.ts';
import type { Piece } from '../../../kernel/alike.ts';
import { compared } from '../drafting.server.ts';
import { judgeAlike } from '../judging.server.ts';
import type { ListedInitiative } from '../list.server.ts';
import type { Interest } from '../interest.ts';
import {
  fieldText,
  initiativeProblems,
  initiativesText as said,
  kindText,
  notAuthorField,
  verdictText,
} from '../text.ts';
import { verdicts } from '../verdict.ts';
import { NotAuthor } from './NotAuthor.tsx';
import type { Route } from './+types/compare.ts';

/** Both sides must be theirs to see, and the first theirs to look into. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { initiativeId, otherId } = args.params;
  const ids = { id: askedId(initiativeId), otherId: askedId(otherId) };
  const pair = (await findPair(edge.services.db, person, ids)) ?? pageNotFound();
  return { ...pair, fields: compared, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const ids = { id: askedId(args.params.initiativeId), otherId: askedId(args.params.otherId) };
  const said1 = {
    judgementId: mintedId(fields['ma']),
    verdict: fields['ket-luan'] ?? '',
    reason: fields['ly-do'] ?? '',
    isNoAuthor: fields[notAuthorField] === 'on',
  };
  const judged = await act(edge, (context) => judgeAlike(context, { ...ids, ...said1 }));
  if (judged.ok) return redirect(`/sang-kien/${ids.id}?da=judge`);
  return data({ fields, problems: initiativeProblems(judged.refusal) }, { status: statusOf(judged.refusal) });
}

export default function CompareTwo({ loaderData, actionData }: Route.ComponentProps) {
  const { mine, other, shared, judgement, mayJudge, fields } = loaderData;
  return (
    <Page
      title={said.compareTitle}
      lead={said.alikeShare(shared.shareOfMine, shared.shareOfTheirs)}
      trail={[
        { label: said.title, href: '/sang-kien' },
        { label: mine.title, href: `/sang-kien/${mine.id}` },
      ]}
    >
      <title>{said.compareTitle}</title>
      <p className="muted">{said.sharedLegend}</p>
      <div className="pair">
        <Side title={said.mine} one={mine} texts={shared.mine} fields={fields} />
        <Side title={said.theirs} one={other} texts={shared.theirs} fields={fields} />
      </div>
      <h2>{said.verdict}</h2>
      <p>{judgement ? said.judged(judgement.verdict, judgement.by, judgement.at, judgement.reason) : said.notJudged}</p>
      {mayJudge && <Judge newId={loaderData.newId} interest={mine.interest} refused={actionData} />}
    </Page>
  );
}

type SideProps = {
  readonly title: string;
  readonly one: ListedInitiative;
  readonly texts: readonly (readonly Piece[])[];
  readonly fields: typeof compared;
};

function Side({ title, one, texts, fields }: SideProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>
        <a href={`/sang-kien/${one.id}`}>{one.title}</a>
        <br />
        <small>{said.of(one.unitName, kindText[one.kind], one.year)}</small>
      </p>
      {fields.map((field, at) => (
        <div key={field}>
          <h3>{fieldText[field]}</h3>
          <p className="as-typed">
            {(texts[at] ?? []).map(({ text, isShared }, n) =>
              isShared ? <mark key={`${n} ${text}`}>{text}</mark> : text,
            )}
          </p>
        </div>
      ))}
    </section>
  );
}

type JudgeProps = {
  readonly newId: string;
  readonly interest: Interest;
  readonly refused: Route.ComponentProps['actionData'];
};

function Judge({ newId: minted, interest, refused }: JudgeProps) {
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  return (
    <Form hidden={{ ma: refused?.fields['ma'] ?? minted }} errors={refused?.problems}>
      <Choices
        kind="one"
        name="ket-luan"
        label={said.verdict}
        value={refused?.fields['ket-luan']}
        error={errorAt('ket-luan')}
        options={verdicts.map((value) => ({ value, label: verdictText[value] }))}
      />
      <Field
        type="textarea"
        rows={3}
        name="ly-do"
        label={said.reason}
        hint={said.judgeHint}
        value={refused?.fields['ly-do']}
        error={errorAt('ly-do')}
      />
      <NotAuthor interest={interest} error={errorAt(notAuthorField)} />
      <Button>{said.judge}</Button>
    </Form>
  );
}
