import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { frozenOf } from '../frozen.server.ts';
import { rankingPage } from '../page.server.ts';
import { levelOf, rankingText } from '../text.ts';
import { trialFieldText, trialProblemText, trialText as said } from '../trying.text.ts';
import { besideEachOther } from '../trying/beside.ts';
import { setsToTry, setToTry } from '../trying/sets.server.ts';
import { readTrial, tried } from '../trying/trial.ts';
import { BesideTable } from './BesideTable.tsx';
import { TrialFields } from './TrialFields.tsx';
import { nameIn } from './name-in.ts';
import { trailOf } from './trail.ts';
import type { Route } from './+types/trial.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const page = await rankingPage(db, person, { id: askedId(args.params.judgementId), today: plainDateIn(clock()) });
  if (!page?.ranking || page.judgement.stage !== 'frozen') return pageNotFound();
  const { judgement, ofName, ranking } = page;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('bo') ?? '';
  const other =
    asked === '' ? undefined : ((await setToTry(db, person, { judgement, id: askedId(asked) })) ?? pageNotFound());
  const { inputs } = await frozenOf(db, judgement.id);
  const { set, tieRules } = other ? { set: other, tieRules: other.tieRules } : inputs;
  const { criteria, bonusCap, penaltyCap } = set;
  const base = { set: { criteria, bonusCap, penaltyCap }, tieRules, thresholds: inputs.thresholds };
  const { trial, problems } = readTrial(base, query);
  const rows = besideEachOther(inputs, tried(inputs, trial));
  const sets = await setsToTry(db, person, judgement);
  const typed = Object.fromEntries(query);
  return { judgement, ofName, units: ranking.rows, rows, trial, problems, typed, sets, setId: other?.id ?? '' };
}

export default function TrialOfFrozen({ loaderData }: Route.ComponentProps) {
  const { judgement, ofName, units, rows, trial, problems, typed, sets, setId } = loaderData;
  const path = `/cham-diem/${judgement.id}/xep-hang/thu`;
  const levels = Object.fromEntries(trial.thresholds.map(({ level }) => [level, levelOf(level)]));
  const moved = rows.filter(({ isMoved }) => isMoved).length;
  return (
    <Page title={said.title} lead={said.lead} trail={trailOf(judgement, rankingText.heading(ofName, judgement.year))}>
      <title>{said.title}</title>
      {problems.length > 0 && (
        <Notice kind="warning">
          <p>{said.unread}</p>
          <ul>
            {problems.map(({ field, problem }) => (
              <li key={field}>{`${trialFieldText(field, levels)}: ${trialProblemText[problem]}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      <h2>{said.moved(moved, rows.length)}</h2>
      <BesideTable caption={said.result} rows={rows} nameOf={nameIn(units)} />
      <p className="muted">{said.how}</p>
      {sets.length > 0 && (
        <Filters path={path} label={said.otherSet} verb={said.choose}>
          <Field
            type="select"
            name="bo"
            label={said.otherSet}
            blank={said.ownSet}
            value={setId}
            options={sets.map(({ id, title, year, edition }) => ({
              value: id,
              label: said.edition(title, year, edition),
            }))}
          />
        </Filters>
      )}
      <form method="get" action={path} className="form form-wide">
        {setId !== '' && <input type="hidden" name="bo" value={setId} />}
        <TrialFields trial={trial} problems={problems} typed={typed} />
        <Actions>
          <Button>{said.reckon}</Button>
          <a href={setId === '' ? path : `${path}?bo=${setId}`}>{said.again}</a>
        </Actions>
      </form>
    </Page>
  );
}
