-- A dossier on its way: the department on its way confirms it, what was submitted keeps its words, files hang on it and on each nominee.

alter table dossier
  add column confirmed_by uuid references person,
  add column confirmed_at timestamptz,
  add column confirm_words text,
  add constraint dossier_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  add constraint dossier_confirmed_by_sector check (confirmed_by is null or via_unit_id is not null),
  add constraint dossier_code_shape check (code ~ '^[A-Z0-9-]{6,30}$'),
  add constraint dossier_title_given check (length(trim(title)) > 0),
  add constraint dossier_paper_whole check (paper_date is null or paper_number is not null),
  add constraint dossier_return_ground_known check (return_ground is null or return_ground ~ '^[a-z_]{2,40}$');
comment on column dossier.via_unit_id is 'Theo ngành: cơ quan chuyên môn cho ý kiến xác nhận trước khi nơi nhận tiếp nhận hồ sơ.';
comment on column dossier.return_ground is 'Mã căn cứ trả lại (điều, khoản nằm trong danh mục của phần mềm).';
create index dossier_via on dossier (via_unit_id, stage) where via_unit_id is not null;

create function dossier_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage not in ('draft', 'returned') and
     (old.code, old.unit_id, old.to_unit_id, old.route, old.via_unit_id, old.kind, old.simplified, old.year, old.movement_id, old.title,
      old.paper_number, old.paper_date)
     is distinct from
     (new.code, new.unit_id, new.to_unit_id, new.route, new.via_unit_id, new.kind, new.simplified, new.year, new.movement_id, new.title,
      new.paper_number, new.paper_date)
  then
    raise exception 'dossier: nội dung đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger dossier_content_kept before update on dossier for each row execute function dossier_keep_content();

-- Who is proposed for what is fixed on submission; what becomes of each is settled later.
create function nominee_keep_content() returns trigger
  language plpgsql as $$
begin
  if (tg_op <> 'UPDATE' or (old.dossier_id, old.holder_id, old.award_code, old.position, old.achievement)
      is distinct from (new.dossier_id, new.holder_id, new.award_code, new.position, new.achievement))
    and exists (select from dossier d where d.id = coalesce(new.dossier_id, old.dossier_id) and d.stage not in ('draft', 'returned'))
  then
    raise exception 'nominee: danh sách đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger nominee_content_kept before insert or update or delete on nominee
  for each row execute function nominee_keep_content();

do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(m[1]), ', ') into kinds
  from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') m
  where c.conname = 'attachment_subject_known';
  execute format('alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known
    check (subject_kind in (%s, ''dossier'', ''nominee''))', kinds);
end
$$;
