/**
 * Where names stand that can be found: each source gives `code, href, name, name_fold, note` of what the asker may know
 * of, by the feature's own condition. What is withdrawn, and drafts that stand in no list, are found by nobody.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { visibleTo as consolidationVisibleTo } from '../consolidation/visible.server.ts';
import { visibleTo as criteriaVisibleTo } from '../criteria/visible.server.ts';
import { numberOf } from '../decisions/number.server.ts';
import { visibleTo as decisionVisibleTo } from '../decisions/visible.server.ts';
import { visibleTo as dossierVisibleTo } from '../dossiers/visible.server.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/visible.server.ts';
import { blockVisibleTo, pactVisibleTo, visibleTo as blockMeetingVisibleTo } from '../blocks/visible.server.ts';
import {
  findingVisibleTo,
  programmeVisibleTo,
  visibleTo as inspectionVisibleTo,
} from '../inspections/visible.server.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { planInForce, visibleTo as planVisibleTo } from '../plans/visible.server.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';
import { draftVisibleTo, roundVisibleTo } from '../rounds/visible.server.ts';
import { letterVisibleTo } from '../urging/letter-rows.server.ts';
import { levelsText } from '../yearly-levels/text.ts';
import { visibleTo as levelListVisibleTo } from '../yearly-levels/visible.server.ts';
import type { GroupName } from './hits.ts';

type Source = RawBuilder<unknown>;
/** Units and the library are found by ways of their own. */
export type NamedGroup = Exclude<GroupName, 'units' | 'library'>;

const indicatorSource = (): Source => sql`
  select i.code, '/chi-tieu/' || i.code as href, i.name, i.name_fold, i.unit_of_measure as note from indicator i`;
/** The public name only: whatever else there is of a scheme is found on its page by those who may. */
const schemeSource = (): Source => sql`
  select s.code, '/de-an/' || s.code as href, s.name, s.name_fold, '' as note from scheme s`;

const movementSource = (actor: Actor): Source => sql`
  select '' as code, '/phong-trao/' || movement.id as href, movement.name, movement.name_fold, u.name as note
  from movement join unit_now u on u.id = movement.unit_id
  where movement.stage <> 'withdrawn' and not movement.is_secret and ${movementVisibleTo(actor)}`;

/** Plans in force, and tasks of theirs. */
const planSource = (actor: Actor): Source => sql`
  select '' as code, '/ke-hoach/' || plan.id as href, plan.title as name, plan.title_fold as name_fold, u.name as note
  from plan join unit_now u on u.id = plan.unit_id where ${planInForce('plan')} and ${planVisibleTo(actor)}
  union all
  select '', '/ke-hoach/' || plan.id || '/nhiem-vu/' || t.id, t.title, t.title_fold, u.name || ' · ' || plan.title
  from plan_task t join plan on plan.id = t.plan_id join unit_now u on u.id = plan.unit_id
  where ${planInForce('plan')} and ${planVisibleTo(actor)}`;

/** Rounds, and what one's own unit wrote in them. */
const roundSource = (actor: Actor): Source => sql`
  select '' as code, '/ky-bao-cao/' || reporting_round.id as href, reporting_round.name, fold_vi(reporting_round.name) as name_fold,
    f.name as note
  from reporting_round join report_form f on f.id = reporting_round.form_id
  where reporting_round.stage <> 'withdrawn' and ${roundVisibleTo(actor)}
  union all
  select '', '/bao-cao/' || o.id || '/' || u.code, o.name, fold_vi(o.name), u.name
  from report join reporting_round o on o.id = report.round_id join unit_now u on u.id = report.unit_id
  where ${draftVisibleTo(actor)}`;

/** Sets that are drafted or in force: of what was replaced the present one is found. */
const criteriaSource = (actor: Actor): Source => sql`
  select '' as code, '/tieu-chi/' || criteria_set.id as href, criteria_set.title || ' (' || criteria_set.year || ')' as name,
    fold_vi(criteria_set.title || ' ' || criteria_set.year) as name_fold, coalesce(b.name, '') as note
  from criteria_set left join block b on b.id = criteria_set.block_id
  where criteria_set.stage in ('draft', 'published') and ${criteriaVisibleTo(actor)}`;

/** Blocks in the year it is, their pacts and meetings. */
const blockSource = (actor: Actor): Source => sql`
  select '' as code, '/khoi-cum/nam/' || block.code || '/' || extract(year from today_here())::int as href, block.name, fold_vi(block.name) as name_fold, '' as note
  from block where ${blockVisibleTo(actor)}
  union all
  select '', '/khoi-cum/giao-uoc/' || block_pact.id, block_pact.title, fold_vi(block_pact.title), b.name
  from block_pact join block b on b.id = block_pact.block_id where block_pact.stage <> 'withdrawn' and ${pactVisibleTo(actor)}
  union all
  select '', '/khoi-cum/hop/' || block_meeting.id, block_meeting.title, fold_vi(block_meeting.title), b.name
  from block_meeting join block b on b.id = block_meeting.block_id where ${blockMeetingVisibleTo(actor)}`;

/** Programmes, inspections, and what was found. */
const inspectionSource = (actor: Actor): Source => sql`
  select '' as code, '/kiem-tra/chuong-trinh/' || inspection_programme.id as href, inspection_programme.title as name,
    fold_vi(inspection_programme.title) as name_fold, u.name as note
  from inspection_programme join unit_now u on u.id = inspection_programme.unit_id
  where inspection_programme.stage <> 'withdrawn' and ${programmeVisibleTo(actor)}
  union all
  select '', '/kiem-tra/' || inspection.id, inspection.title, inspection.title_fold, u.name
  from inspection join unit_now u on u.id = inspection.unit_id where ${inspectionVisibleTo(actor)}
  union all
  select '', '/kiem-tra/' || finding.inspection_id || '/ton-tai/' || finding.id, finding.statement, finding.statement_fold, u.name
  from finding join unit_now u on u.id = finding.unit_id where finding.stage <> 'draft' and ${findingVisibleTo(actor)}`;

const initiativeSource = (actor: Actor): Source => sql`
  select '' as code, '/sang-kien/' || initiative.id as href, initiative.title as name, initiative.title_fold as name_fold, u.name as note
  from initiative join unit_now u on u.id = initiative.unit_id
  where initiative.stage <> 'withdrawn' and ${initiativeVisibleTo(actor)}`;

/** Consolidated reports and letters that urge, also by the number they were signed under. */
const paperSource = (actor: Actor): Source => sql`
  select '' as code, '/bao-cao-tong-hop/' || consolidation.id as href, consolidation.title as name,
    fold_vi(concat_ws(' ', consolidation.title, consolidation.document_number)) as name_fold,
    concat_ws(' · ', u.name, consolidation.document_number) as note
  from consolidation join unit_now u on u.id = consolidation.unit_id
  where consolidation.stage <> 'withdrawn' and ${consolidationVisibleTo(actor)}
  union all
  select '', '/don-doc/cong-van/' || urging_letter.id, urging_letter.about,
    fold_vi(concat_ws(' ', urging_letter.about, ${letterNumber()})), concat_ws(' · ', urging_letter.issuer, ${letterNumber()})
  from urging_letter where urging_letter.stage <> 'withdrawn' and ${letterVisibleTo(actor)}`;

/** Whoever was merged into another is found as that one. */
const holderSource = (actor: Actor): Source => sql`
  select '' as code, '/khen-thuong/so/' || holder.id as href, holder.name, holder.name_fold,
    concat_ws(' · ', holder.position_title, u.name) as note
  from holder join unit_now u on u.id = holder.unit_id where holder.merged_into is null and ${holderVisibleTo(actor)}`;

/** Dossiers also by their code; decisions by number: those under way by whoever works on them, issued ones by everybody as published. */
const dossierSource = (actor: Actor): Source => sql`
  select dossier.code, '/khen-thuong/ho-so/' || dossier.id as href, dossier.title as name, fold_vi(dossier.title) as name_fold, u.name as note
  from dossier join unit_now u on u.id = dossier.unit_id where dossier.stage <> 'withdrawn' and ${dossierVisibleTo(actor)}
  union all
  select '', '/khen-thuong/quyet-dinh/' || decision.id, decision.content ->> 'about', ${decisionFold()}, ${decisionNote()}
  from decision where decision.stage not in ('issued', 'withdrawn') and ${decisionVisibleTo(actor)}
  union all
  select '', '/khen-thuong/quyet-dinh/cong-bo/' || decision.id, decision.content ->> 'about', ${decisionFold()}, ${decisionNote()}
  from decision where decision.stage = 'issued'`;

function decisionNote() {
  return sql`concat_ws(' · ', decision.content ->> 'issuer', ${numberOf('decision')})`;
}

function decisionFold() {
  return sql`fold_vi(concat_ws(' ', decision.content ->> 'about', ${decisionNote()}))`;
}

function letterNumber() {
  return sql`case when urging_letter.number is not null then urging_letter.number || '/' || urging_letter.symbol end`;
}

/** Of what is frozen the table; before, the judgement itself. Lists of persons' levels by year and unit. */
const judgementSource = (actor: Actor): Source => sql`
  select '' as code, '/cham-diem/' || judgement.id || case when judgement.stage = 'frozen' then '/xep-hang' else '' end as href, judgement.title as name,
    fold_vi(judgement.title) as name_fold, coalesce(b.name, m.name, '') as note
  from judgement join criteria_set s on s.id = judgement.set_id left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
  where judgement.stage <> 'cancelled' and ${judgementVisibleTo(actor)}
  union all
  select '', '/xep-loai/' || level_list.id, ${levelsText.title}::text || ' ' || level_list.year, fold_vi(concat_ws(' ', ${levelsText.title}::text, level_list.year, u.name)), u.name
  from level_list join unit_now u on u.id = level_list.unit_id where level_list.stage <> 'discarded' and ${levelListVisibleTo(actor)}`;

export const sources: Readonly<Record<NamedGroup, (actor: Actor) => Source>> = {
  indicators: indicatorSource,
  schemes: schemeSource,
  movements: movementSource,
  plans: planSource,
  rounds: roundSource,
  blocks: blockSource,
  inspections: inspectionSource,
  criteria: criteriaSource,
  initiatives: initiativeSource,
  papers: paperSource,
  judgements: judgementSource,
  dossiers: dossierSource,
  holders: holderSource,
};
