import type { ReactNode } from 'react';
import { scopesOfEffect } from '../../initiatives/initiative.ts';
import { Choices } from '../../../ui/Choices.tsx';
import type { Option } from '../../../ui/Field.tsx';
import { Field } from '../../../ui/Field.tsx';
import { holders } from '../award.ts';
import { awardOptions } from '../text.ts';
import { HOLDER_TEXT } from '../law/law.text.ts';
import { awardKinds, groups, levels, reviews } from '../standards/case.ts';
import type { Typed } from '../standards/case-form.ts';
import { memberAwards, rowCounts, wholeLists } from '../standards/case-form.ts';
import { launchers } from '../standards/rule.ts';
import { ORGANISER_NAME, REVIEW_NAME } from '../standards/test.text.ts';
import { GROUP_TEXT, KIND_NAME, LAUNCHER_TEXT, LEVEL_TEXT, PENDING_TEXT, SCOPE_TEXT } from '../standards/text.ts';
import { pendingKinds } from '../standards/written.ts';
import { tryText as said } from '../try.text.ts';

export type CaseFieldsProps = {
  readonly typed: Typed;
  readonly today: string;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

const optionsOf = <Value extends string>(values: readonly Value[], text: Readonly<Record<Value, string>>): Option[] =>
  values.map((value) => ({ value, label: text[value] }));
const yesNo = [
  { value: 'co', label: said.yes },
  { value: 'khong', label: said.no },
];
/** Matched by words in the case (`written.ts`), which knows these codes. */
const launched = optionsOf(launchers, LAUNCHER_TEXT).map((each) => ({ ...each, value: each.value.replace('_', ' ') }));

/** All that a case can say; what is left blank is not known. */
export function CaseFields({ typed, today, problems }: CaseFieldsProps) {
  const usual = (name: string, first = '') => ({
    name,
    label: said.nameOf(name),
    value: typed.one(name) || first,
    error: problems.find(({ field }) => field === name)?.message,
  });
  const select = (name: string, options: readonly Option[], blank: string | null = said.blank, first?: string) => (
    <Field type="select" {...usual(name, first)} options={options} blank={blank} />
  );
  const year = Number(today.slice(0, 4)) - 1;
  return (
    <>
      <Part legend={said.proposed}>
        {select('award', awardOptions(), null)}
        {select('doi-tuong', optionsOf(holders, HOLDER_TEXT), null)}
        {select('nhom', optionsOf(groups, GROUP_TEXT))}
        <Field type="date" {...usual('nhan', today)} />
        <Field {...usual('nam', String(year))} width="short" />
      </Part>
      <Choices
        kind="many"
        name="du"
        label={said.wholeLegend}
        hint={said.wholeHint}
        value={typed.many('du')}
        options={optionsOf(wholeLists, said.whole)}
      />
      <Rows legend={said.awards} count={rowCounts.awards}>
        {(n) => (
          <>
            {select(`danh-hieu-${n}`, awardOptions(), '—')}
            <Field {...usual(`danh-hieu-nam-${n}`)} width="short" />
            {select(`danh-hieu-loai-${n}`, optionsOf(awardKinds, KIND_NAME))}
          </>
        )}
      </Rows>
      <Rows legend={said.levels} count={rowCounts.levels}>
        {(n) => (
          <>
            <Field {...usual(`xep-loai-nam-${n}`, String(year + 1 - n))} width="short" />
            {select(`xep-loai-${n}`, optionsOf(levels, LEVEL_TEXT))}
          </>
        )}
      </Rows>
      <Rows legend={said.initiatives} count={rowCounts.initiatives}>
        {(n) => (
          <>
            {select(`sang-kien-${n}`, optionsOf(scopesOfEffect, SCOPE_TEXT), '—')}
            <Field {...usual(`sang-kien-nam-${n}`)} width="short" />
            {select(`da-dung-${n}`, awardOptions(), said.unused)}
            <Field {...usual(`da-dung-nam-${n}`)} width="short" />
          </>
        )}
      </Rows>
      <Rows legend={said.discipline} count={rowCounts.discipline}>
        {(n) => (
          <>
            <Field type="date" {...usual(`ky-luat-tu-${n}`)} />
            <Field type="date" {...usual(`ky-luat-den-${n}`)} />
          </>
        )}
      </Rows>
      <Choices
        kind="many"
        name="dang-xet"
        label={said.pending}
        value={typed.many('dang-xet')}
        options={optionsOf(pendingKinds, PENDING_TEXT)}
      />
      <Part legend={said.members}>
        <Field {...usual('so-ca-nhan')} width="short" />
        <Field {...usual('so-hoan-thanh')} width="short" />
        {memberAwards.map((code) => (
          <Field key={code} {...usual(`so-${code}`)} width="short" />
        ))}
        <Field {...usual('so-ky-luat')} width="short" />
        <Field {...usual('thanh-lap')} hint={said.dayOrYear} width="short" />
      </Part>
      <Part legend={said.block}>
        {select('khoi', yesNo)}
        {select('khoi-to-chuc', optionsOf(['province', 'centre'], ORGANISER_NAME))}
        <Field {...usual('khoi-hang')} width="short" />
        {select('khoi-vuot', yesNo)}
      </Part>
      <Part legend={said.movement}>
        {select('phong-trao', yesNo)}
        {select('phat-dong', launched)}
        <Field {...usual('phong-trao-tu')} hint={said.dayOrYear} width="short" />
        <Field {...usual('phong-trao-den')} hint={said.dayOrYear} width="short" />
        {select('binh-xet', optionsOf(reviews, REVIEW_NAME))}
        <Field {...usual('phong-trao-hang')} width="short" />
      </Part>
    </>
  );
}

function Part({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="row-fields">{children}</div>
    </fieldset>
  );
}

type RowsProps = { readonly legend: string; readonly count: number; readonly children: (n: number) => ReactNode };

function Rows({ legend, count, children }: RowsProps) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {Array.from({ length: count }, (_, at) => at + 1).map((n) => (
        <div key={n} className="row-fields" role="group" aria-label={said.row(n)}>
          {children(n)}
        </div>
      ))}
    </fieldset>
  );
}
