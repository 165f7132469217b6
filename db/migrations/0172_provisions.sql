-- Provisions: what the law and the texts under it lay down about awards, as dated data. The product's own are loaded at start; people add
-- new versions, which a second person confirms. What was confirmed is never changed: a later version ends it or takes its place.

create table provision (
  id uuid primary key,
  kind text not null constraint provision_kind_known check (kind in (
    'rule_set', 'rule', 'deciders', 'vote', 'council', 'quorum', 'public_list', 'bonus', 'payment', 'rounding', 'base_salary', 'quota',
    'papers', 'terms', 'clock')),
  award_code text,
  item text not null default '',
  for_years_from integer constraint provision_years_range check (for_years_from between 2000 and 2100),
  valid_from date,
  valid_until date,
  article text not null,
  source text not null constraint provision_source_given check (length(trim(source)) > 0),
  basis text not null default '',
  state text not null constraint provision_state_known check (state in ('read', 'second_hand', 'default', 'not_read')),
  content jsonb not null,
  replaces uuid references provision,
  stage text not null constraint provision_stage_known check (stage in ('proposed', 'confirmed', 'withdrawn')),
  version integer not null default 1,
  product_key text,
  digest text,
  reason text,
  created_by uuid references person,
  created_for uuid references person,
  created_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  constraint provision_days_in_order check (valid_until is null or valid_from is null or valid_from <= valid_until),
  constraint provision_begins check (valid_from is not null or kind = 'rule_set'),
  constraint provision_rule_of_a_set check (kind not in ('rule', 'rule_set') or item <> ''),
  constraint provision_by_somebody check ((created_by is null) = (product_key is not null)),
  constraint provision_of_product check (product_key is null or (stage = 'confirmed' and digest is not null and decided_by is null)),
  constraint provision_with_reason check (product_key is not null or length(trim(reason)) > 0),
  constraint provision_decided_whole check (product_key is not null or (stage = 'proposed') = (decided_at is null)),
  constraint provision_decided_by check (product_key is not null or (decided_by is null) = (decided_at is null)),
  constraint provision_four_eyes check (stage <> 'confirmed' or product_key is not null or (
    decided_by is distinct from created_by and decided_by is distinct from created_for))
);
comment on table provision is 'Quy định về khen thưởng theo ngày hiệu lực: tiêu chuẩn, tỷ lệ phiếu, hệ số tiền thưởng, giấy tờ, thời hạn, mức lương cơ sở… product_key: nạp theo phần mềm; bản do người đề xuất chỉ được dùng khi người thứ hai xác nhận. Bản đã xác nhận không sửa: bản sau thay từ ngày hiệu lực của nó, hoặc thay hẳn (replaces).';
comment on column provision.item is 'Quy định về cái gì, cùng với kind và award_code: bộ quy định của tiêu chuẩn, đối tượng của hệ số tiền thưởng, việc của thời hạn.';
comment on column provision.valid_from is 'Áp dụng cho hồ sơ nhận từ ngày này (hoặc quyết định từ ngày này, với tiền thưởng); để trống: không rõ từ khi nào.';

-- Two versions of one line never begin on the same day, but for one that takes the other's place; each is replaced once.
create unique index provision_begins_once on provision (kind, award_code, item, for_years_from, valid_from, replaces)
  nulls not distinct where stage = 'confirmed';
create unique index provision_replaced_once on provision (replaces) where stage = 'confirmed';
create index provision_line on provision (kind, award_code, item);
create index provision_of_product on provision (product_key) where product_key is not null;

create function provision_decided() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.stage <> 'proposed'
    or (new.id, new.kind, new.award_code, new.item, new.for_years_from, new.valid_from, new.valid_until, new.article, new.source,
        new.basis, new.state, new.content, new.replaces, new.product_key, new.reason, new.created_by, new.created_for, new.created_at)
      is distinct from
       (old.id, old.kind, old.award_code, old.item, old.for_years_from, old.valid_from, old.valid_until, old.article, old.source,
        old.basis, old.state, old.content, old.replaces, old.product_key, old.reason, old.created_by, old.created_for, old.created_at)
  then
    raise exception 'provision: bản đã ghi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger provision_kept before update or delete on provision for each row execute function provision_decided();
create trigger provision_no_truncate before truncate on provision for each statement execute function refuse_change();

grant select, insert on provision to thidua_app;
grant update (stage, version, decided_by, decided_at) on provision to thidua_app;
