import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { awardLevels, holders } from '../../awards/award.ts';
import { awardOptions } from '../../awards/text.ts';
import type { Sides } from '../cross-table.ts';
import { awardKinds, groups } from '../../awards/standards/case.ts';
import { dimensions } from '../dimension.ts';
import { honourFields } from '../field.ts';
import type { HonourFilter } from '../filter.ts';
import { names, revokedSlugs, slugOf } from '../filter.ts';
import {
  dimensionText,
  groupText,
  holderText,
  honourFieldText,
  kindText,
  levelText,
  statisticsText as said,
} from '../text.ts';

type Props = {
  readonly path: string;
  readonly filter: HonourFilter;
  readonly sides?: Sides;
  readonly unitName: string | undefined;
  /** The address of the same view without a unit. */
  readonly withoutUnit: string;
};

type Options = readonly { readonly value: string; readonly label: string }[];

/** What the table, or the list, is narrowed to. */
export function FilterForm({ path, filter, sides, unitName, withoutUnit }: Props) {
  const choice = (name: string, label: string, value: string | undefined, options: Options) => (
    <Field type="select" name={name} label={label} blank={said.every} value={value ?? ''} options={options} />
  );
  const year = (name: string, label: string, value: number | undefined) => (
    <Field name={name} label={label} value={value === undefined ? '' : String(value)} width="short" optional />
  );
  const keep = {
    ...(filter.unitCode && { [names.unit]: filter.unitCode }),
    ...(filter.isAlone && { [names.alone]: '1' }),
    ...(filter.type && { [names.type]: filter.type }),
    ...(filter.row && { [names.formRow]: filter.row }),
    ...(filter.column && { [names.formColumn]: filter.column }),
    ...(filter.decided && { [names.decided]: String(filter.decided) }),
  };
  const active = unitName ? [{ label: `${dimensionText.unit}: ${unitName}`, without: withoutUnit }] : [];
  return (
    <Filters path={path} keep={keep} verb={said.show} active={active}>
      {sides && (
        <>
          {side(names.row, said.rows, slugOf[sides.row])}
          {side(names.column, said.columns, slugOf[sides.column])}
        </>
      )}
      {!sides && (
        <Field type="search" name={names.words} label={said.words} value={filter.words ?? ''} width="medium" />
      )}
      {year(names.from, said.from, filter.from)}
      {year(names.until, said.until, filter.until)}
      {choice(names.level, dimensionText.level, filter.level, listed(awardLevels, levelText))}
      {choice(names.award, dimensionText.award, filter.awardCode, [...awardOptions(), unknown])}
      {choice(names.holder, dimensionText.holder, filter.holder, listed(holders, holderText))}
      {choice(names.group, dimensionText.group, filter.group, [...listed(groups, groupText), unknown])}
      {choice(names.kind, dimensionText.kind, filter.kind, [...listed(awardKinds, kindText), unknown])}
      {choice(names.field, dimensionText.field, filter.field, [...listed(honourFields, honourFieldText), unknown])}
      <Field
        type="select"
        name={names.revoked}
        label={said.revoked}
        blank={null}
        value={revokedSlugs[filter.revoked]}
        options={(['without', 'only', 'with'] as const).map((each) => ({
          value: revokedSlugs[each],
          label: said.revokedOptions[each],
        }))}
      />
    </Filters>
  );
}

const unknown = { value: 'unknown', label: said.unknown };

function listed<Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>): Options {
  return keys.map((value) => ({ value, label: words[value] }));
}

function side(name: string, label: string, value: string) {
  const options = dimensions.map((each) => ({ value: slugOf[each], label: dimensionText[each] }));
  return <Field type="select" name={name} label={label} blank={null} value={value} options={options} />;
}
