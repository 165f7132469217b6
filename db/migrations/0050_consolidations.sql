-- Consolidated reports: pieces gathered with their sources, edited, then frozen whole; what was frozen never changes.

create table consolidation (
  id uuid primary key,
  kind text not null constraint consolidation_kind_known check (kind in ('round', 'scheme', 'yearly', 'midterm', 'final')),
  desk text not null constraint consolidation_desk_known check (desk in ('province', 'lead')),
  unit_id uuid not null references unit,
  round_id uuid references reporting_round,
  scheme_code text references scheme,
  snapshot_id uuid references snapshot,
  title text not null constraint consolidation_titled check (length(title) > 0),
  paper jsonb not null,
  parts jsonb not null,
  stage text not null constraint consolidation_stage_known check (stage in ('draft', 'frozen', 'issued', 'withdrawn')),
  version integer not null default 1,
  created_by uuid not null references person,
  created_at timestamptz not null,
  gathered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  return_reason text,
  issued_by uuid references person,
  issued_at timestamptz,
  document_number text,
  document_date date,
  constraint consolidation_of_a_round check (kind <> 'round' or round_id is not null),
  constraint consolidation_of_a_scheme check ((kind = 'scheme') = (scheme_code is not null)),
  constraint consolidation_of_a_snapshot check (kind in ('round', 'scheme') or snapshot_id is not null),
  constraint consolidation_lead_has_a_scheme check (desk = 'province' or kind = 'scheme'),
  constraint consolidation_frozen_by_somebody check (stage not in ('frozen', 'issued') or submitted_by is not null),
  constraint consolidation_issued_with_paper check ((stage = 'issued') = (issued_by is not null and issued_at is not null
    and length(document_number) > 0 and document_date is not null)),
  constraint consolidation_four_eyes check (issued_by is null or issued_by is distinct from submitted_by),
  constraint consolidation_four_eyes_of_lender check (issued_by is null or issued_by is distinct from submitted_for)
);
comment on table consolidation is 'Báo cáo tổng hợp của một kỳ, một đề án, hoặc đánh giá năm, sơ kết, tổng kết từ số liệu chốt.';
create trigger consolidation_not_secret before insert or update on consolidation for each row execute function refuse_secret_scheme();

create table consolidation_piece (
  id uuid primary key,
  consolidation_id uuid not null references consolidation,
  part text not null,
  position integer not null,
  placement text not null constraint consolidation_piece_placement_known check (placement in ('body', 'annex', 'out')),
  source jsonb not null,
  source_key text,
  original text not null default '',
  body text,
  content jsonb,
  is_stale boolean not null default false,
  version integer not null default 1,
  edited_by uuid references person,
  edited_at timestamptz,
  constraint consolidation_piece_once unique (consolidation_id, source_key),
  constraint consolidation_piece_edited check ((body is null) = (edited_by is null) and (body is null) = (edited_at is null)),
  constraint consolidation_piece_table_not_edited check (content is null or body is null)
);
comment on table consolidation_piece is 'Từng đoạn, bảng của báo cáo tổng hợp cùng nguồn; original là lúc lấy về, body là sau khi sửa.';
create index consolidation_piece_in_order on consolidation_piece (consolidation_id, part, position);

create table consolidation_edition (
  consolidation_id uuid not null references consolidation,
  number integer not null constraint consolidation_edition_counts check (number > 0),
  content jsonb not null,
  digest text not null,
  frozen_by uuid not null references person,
  frozen_for uuid references person,
  frozen_at timestamptz not null,
  constraint consolidation_edition_pk primary key (consolidation_id, number)
);
comment on table consolidation_edition is 'Mỗi lần chốt báo cáo tổng hợp: toàn văn, nguồn và đầu vào như lúc chốt, không bao giờ thay đổi.';
create trigger consolidation_edition_frozen before update or delete on consolidation_edition for each row execute function refuse_change();

-- Words stay as they were frozen; and no door lets a scheme under the rules on state secrets in.
create function consolidation_piece_guard() returns trigger
  language plpgsql as $$
begin
  if not exists (select from consolidation c where c.id = coalesce(new.consolidation_id, old.consolidation_id) and c.stage = 'draft') then
    raise exception 'append_only: báo cáo tổng hợp đã chốt không được sửa' using errcode = 'insufficient_privilege';
  end if;
  if tg_op <> 'DELETE' and exists (select from scheme s where s.is_secret
    and position(s.code in upper(new.original || ' ' || coalesce(new.body, ''))) > 0) then
    raise exception 'secret_scheme: nội dung thuộc phạm vi bí mật nhà nước không nhập vào hệ thống' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$$;
create trigger consolidation_piece_guarded before insert or update or delete on consolidation_piece
  for each row execute function consolidation_piece_guard();

create function consolidation_keep() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and
     (old.kind, old.desk, old.unit_id, old.round_id, old.scheme_code, old.snapshot_id, old.title, old.paper, old.parts)
     is distinct from
     (new.kind, new.desk, new.unit_id, new.round_id, new.scheme_code, new.snapshot_id, new.title, new.paper, new.parts)
  then
    raise exception 'append_only: báo cáo tổng hợp đã chốt không được sửa' using errcode = 'insufficient_privilege';
  end if;
  if old.stage in ('issued', 'withdrawn') then
    raise exception 'append_only: báo cáo tổng hợp đã kết thúc' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger consolidation_kept before update on consolidation for each row execute function consolidation_keep();

grant select, insert, update on consolidation to thidua_app;
grant select, insert, update, delete on consolidation_piece to thidua_app;
grant select, insert on consolidation_edition to thidua_app;
