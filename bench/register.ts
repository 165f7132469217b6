/**
 * A register as a province would have it, straight into the tables: made-up holders under the pack's communes, awards over years. The same
 * each time.
 */
import { sql } from 'kysely';
import type { Database } from '../app/platform/db.server.ts';
import type { World } from './measured.ts';

const surnames = 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Lý Giàng Vàng Lù Sùng Thào Tẩn Chảo Hà Lương Nông'.split(
  ' ',
);
const middles = 'Văn Thị Đức Minh Thanh Hữu Ngọc Xuân Quang Thu Kim A Mỹ Bích Đình Công'.split(' ');
const names =
  'An Bình Cường Dũng Giang Hà Hải Hạnh Hiền Hoa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Ngọc Phong Phúc Quân Sơn Thảo Thắng Thủy Trang Tuấn Yến'.split(
    ' ',
  );

/** Persons with `years` of titles and classification: most of them good, every fifth a row of base titles, some broken. */
export async function insertHolders(owner: Database, world: World, many: number): Promise<void> {
  const communes = world.communes.map(({ id }) => id);
  await sql`
    insert into holder (id, kind, name, unit_id, group_code, gender, birth_year, is_leader, works_directly, source, entered_at)
    select gen_random_uuid(), 'person',
      (${surnames}::text[])[n % ${surnames.length}::int + 1] || ' ' || (${middles}::text[])[n / 7 % ${middles.length}::int + 1] || ' ' ||
        (${names}::text[])[n / 3 % ${names.length}::int + 1] || ' ' || n,
      (${communes}::uuid[])[n % ${communes.length}::int + 1], 'official', case when n % 2 = 0 then 'female' else 'male' end,
      1965 + n % 40, n % 9 = 0, n % 3 > 0, 'phép đo', now()
    from generate_series(1, ${many}::int) n`.execute(owner);
}

type Years = { readonly first: number; readonly last: number; readonly source?: string };

/** Of the holders of a source. */
export async function insertYears(owner: Database, { first, last, source = 'phép đo' }: Years) {
  await sql`
    insert into holder_year (holder_id, year, level, source, entered_at)
    select h.id, y, case when (h.n + y) % 11 = 0 then 'completed' when (h.n + y) % 4 = 0 then 'excellent' else 'good' end, 'phép đo', now()
    from (select id, row_number() over (order by id) as n from holder where source = ${source}) h,
      generate_series(${first}::int, ${last}::int) y`.execute(owner);
  await sql`
    insert into honour (id, holder_id, award_code, year, kind, decision_number, decided_on, decided_by, source, entered_at)
    select gen_random_uuid(), h.id, case when h.n % 5 = 0 or (h.n + y) % 5 < 2 then 'chien-si-thi-dua-co-so' else 'lao-dong-tien-tien' end, y, 'merit',
      ((h.n * 37 + y) % 2000) || '/QĐ-ĐO', make_date(y, 12, 20), 'phép đo', 'phép đo', now()
    from (select id, row_number() over (order by id) as n from holder where source = ${source}) h,
      generate_series(${first}::int, ${last}::int) y where (h.n + y) % 11 > 0`.execute(owner);
  await sql`
    insert into holder_checked (holder_id, fact, source, checked_at)
    select h.id, f, 'phép đo', now() from holder h, unnest(array['discipline', 'pending']) f
    where h.source = ${source}`.execute(owner);
  await sql`analyze holder, honour, holder_year, holder_checked`.execute(owner);
}

export async function clearRegister(owner: Database): Promise<void> {
  await sql`truncate honour, holder_year, holder_checked, holder_post, holder_discipline, holder_pending, holder_members, holder_block,
    holder_initiative, holder_merge, holder_apart, nominee, holder cascade`.execute(owner);
}
