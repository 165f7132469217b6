-- Organisation in time. `unit` is the identity with its life span; names and parents change by version.

create table unit (
  id uuid primary key,
  code text not null constraint unit_code_unique unique,
  official_code text,
  kind text not null constraint unit_kind_known check (kind in (
    'province', 'department', 'party_body', 'front_and_mass_organisation', 'assembly_office', 'armed_force',
    'management_board', 'press', 'commune', 'subordinate', 'village', 'other')),
  commune_type text constraint unit_commune_type_known check (commune_type in ('xa', 'phuong', 'dac_khu')),
  valid_from date,
  valid_until date,
  former_province text,
  source text,
  version integer not null default 1,
  constraint unit_life_forward check (valid_until > valid_from),
  constraint unit_commune_type_only_commune check ((kind = 'commune') or commune_type is null)
);
comment on table unit is 'Cơ quan, đơn vị, địa phương: mã cố định và thời gian tồn tại (trống: không rõ ngày bắt đầu).';

create table unit_version (
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_until date,
  name text not null,
  short_name text not null,
  parent_id uuid references unit,
  basis text,
  name_fold text generated always as (fold_vi(name)) stored,
  constraint unit_version_pk primary key (unit_id, valid_from),
  constraint unit_version_forward check (valid_until > valid_from),
  constraint unit_version_not_own_parent check (parent_id <> unit_id),
  constraint unit_version_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table unit_version is 'Tên và cấp trên của đơn vị theo từng thời kỳ.';
create index unit_version_parent on unit_version (parent_id);
create index unit_version_search on unit_version using gin (name_fold gin_trgm_ops);

create table unit_succession (
  predecessor_id uuid not null references unit,
  successor_id uuid not null references unit,
  on_date date not null,
  basis text,
  constraint unit_succession_pk primary key (predecessor_id, successor_id),
  constraint unit_succession_two_units check (predecessor_id <> successor_id)
);
comment on table unit_succession is 'Đơn vị cũ và đơn vị kế thừa khi chia, tách, sáp nhập.';

-- Who stands under whom today, each unit under itself too; rebuilt by refresh_unit_tree() when the organisation changes.
create table unit_tree (
  ancestor_id uuid not null references unit,
  descendant_id uuid not null references unit,
  depth smallint not null,
  constraint unit_tree_pk primary key (ancestor_id, descendant_id)
);
comment on table unit_tree is 'Quan hệ trên dưới hiện hành đã tính sẵn, mỗi đơn vị đứng dưới chính nó.';
create index unit_tree_descendant on unit_tree (descendant_id);

create function refresh_unit_tree() returns void
  language plpgsql as $$
begin
  lock table unit_tree in share row exclusive mode;
  create temporary table unit_tree_next on commit drop as
    with recursive walk(ancestor_id, descendant_id, depth) as (
      select id, id, 0 from unit
      union all
      select v.parent_id, w.descendant_id, w.depth + 1
      from walk w join unit_now v on v.id = w.ancestor_id
      where v.parent_id is not null and w.depth < 20)
    select ancestor_id, descendant_id, min(depth)::smallint as depth from walk group by 1, 2;
  delete from unit_tree t where not exists (
    select from unit_tree_next n where n.ancestor_id = t.ancestor_id and n.descendant_id = t.descendant_id and n.depth = t.depth);
  insert into unit_tree select * from unit_tree_next on conflict do nothing;
  drop table unit_tree_next;
end
$$;

create table block (
  id uuid primary key,
  code text not null constraint block_code_unique unique,
  name text not null,
  kind text not null constraint block_kind_known check (kind in ('khoi', 'cum')),
  version integer not null default 1
);
comment on table block is 'Khối, cụm thi đua.';

create table block_member (
  block_id uuid not null references block,
  unit_id uuid not null references unit,
  year smallint not null constraint block_member_year check (year between 2000 and 2100),
  part text not null constraint block_member_part_known check (part in ('lead', 'deputy', 'member')),
  constraint block_member_pk primary key (year, unit_id)
);
comment on table block_member is 'Thành viên, trưởng và phó khối, cụm theo từng năm; một đơn vị thuộc một khối trong một năm.';
create index block_member_block on block_member (block_id, year);
create unique index block_member_one_lead on block_member (block_id, year) where part = 'lead';

grant select, insert, update on unit, unit_version, block to thidua_app;
grant delete on unit_version to thidua_app;
grant select, insert, delete on unit_succession, unit_tree to thidua_app;
grant select, insert, update, delete on block_member to thidua_app;
