import { withQuery } from '../../../ui/address.ts';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { unitsText } from '../page.text.ts';
import { communeTypeNames, unitKindNames } from '../text.ts';
import { kindSlugs, lifeSlugs, narrowing } from '../unit-filter.ts';
import type { Life } from '../unit-filter.ts';
import { unitKinds } from '../unit.ts';
import type { UnitsSeen } from '../units-page.server.ts';

const lives = Object.keys(lifeSlugs) as Life[];

export function UnitFilters({ seen }: { readonly seen: UnitsSeen }) {
  const { view, blocks, query } = seen;
  const asked = narrowing(view.query);
  const keep = asked['cap-tren'] ? { 'cap-tren': asked['cap-tren'] } : {};
  return (
    <Filters path={view.path} keep={keep} active={activeOf(seen)}>
      <Field name="tim" type="search" label={unitsText.search} value={query.text} />
      <Field
        name="loai"
        type="select"
        label={unitsText.kind}
        blank={unitsText.anyKind}
        options={unitKinds.map((kind) => ({ value: kindSlugs[kind], label: unitKindNames[kind] }))}
        value={asked['loai'] ?? ''}
      />
      {blocks.length > 0 && (
        <Field
          name="khoi"
          type="select"
          label={unitsText.block}
          blank={unitsText.anyBlock}
          options={blocks.map(({ code, name }) => ({ value: code, label: name }))}
          value={query.blockCode ?? ''}
        />
      )}
      <Field
        name="tinh-trang"
        type="select"
        label={unitsText.life}
        blank={null}
        options={lives.map((life) => ({ value: lifeSlugs[life], label: unitsText.lifeNames[life] }))}
        value={asked['tinh-trang'] ?? ''}
      />
      <Field name="ngay" type="date" label={unitsText.on} value={query.on ?? ''} />
    </Filters>
  );
}

/** The conditions in force, each with the way out of it. */
function activeOf({ view, query, blocks, parentName }: UnitsSeen) {
  const block = blocks.find(({ code }) => code === query.blockCode)?.name ?? query.blockCode;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['tim', query.text && `“${query.text}”`],
    ['loai', query.kind && unitKindNames[query.kind]],
    ['cap', query.communeType && communeTypeNames[query.communeType]],
    ['cap-tren', query.parentCode && unitsText.under(parentName ?? query.parentCode)],
    ['khoi', block],
    ['tinh-trang', query.on === null && query.life !== 'alive' ? unitsText.lifeNames[query.life] : null],
    ['ngay', query.on && `${unitsText.on} ${dateText(query.on)}`],
  ];
  return said.flatMap(([name, label]) =>
    label ? [{ label, without: withQuery(view, { [name]: undefined, trang: undefined }) }] : [],
  );
}
