-- Units classify their people by year: entered by the officer, confirmed by the head, then in the register.

create table level_list (
  id uuid primary key,
  unit_id uuid not null references unit,
  year smallint not null constraint level_list_year check (year between 2000 and 2100),
  stage text not null constraint level_list_stage_known check (stage in ('draft', 'submitted', 'confirmed', 'discarded')),
  paper text not null default '' constraint level_list_paper_short check (length(paper) <= 200),
  made_by uuid references person,
  made_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  return_reason text,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  version integer not null default 1,
  constraint level_list_confirmed_whole check ((stage = 'confirmed') = (confirmed_at is not null and confirmed_by is not null)),
  constraint level_list_four_eyes check (confirmed_by is null or confirmed_by is distinct from submitted_by)
);
comment on table level_list is 'Danh sách xếp loại mức độ hoàn thành nhiệm vụ trong năm của cá nhân do một đơn vị lập; chuyên viên nhập, thủ trưởng xác nhận, sau đó chuyển sang sổ khen thưởng. Người bổ sung sau thì lập danh sách mới của cùng năm.';
create unique index level_list_open on level_list (unit_id, year) where stage in ('draft', 'submitted');
create index level_list_unit on level_list (unit_id, year);

create table level_line (
  list_id uuid not null references level_list,
  holder_id uuid not null references holder,
  level text not null constraint level_line_level_known check (level in ('failed', 'completed', 'good', 'excellent')),
  constraint level_line_pk primary key (list_id, holder_id)
);
comment on table level_line is 'Mức xếp loại của từng cá nhân trong danh sách.';
create index level_line_holder on level_line (holder_id);

-- What was confirmed stays.
create function level_list_kept() returns trigger
  language plpgsql as $$
begin
  if old.stage in ('confirmed', 'discarded') then
    raise exception 'level_list: danh sách đã xác nhận hoặc đã bỏ, không sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger level_list_confirmed_kept before update on level_list for each row execute function level_list_kept();
create function level_line_kept() returns trigger
  language plpgsql as $$
begin
  if (select stage from level_list where id = coalesce(new.list_id, old.list_id)) <> 'draft' then
    raise exception 'level_line: chỉ sửa danh sách đang soạn' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger level_line_of_draft before insert or update or delete on level_line for each row execute function level_line_kept();

-- Whatever list of kinds stands there by now, and this.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'import_run_kind_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''levels''::text, '));
  end loop;
end
$$;

grant select, insert, update on level_list to thidua_app;
grant select, insert, update, delete on level_line to thidua_app;
