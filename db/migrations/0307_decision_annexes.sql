-- Files attached to a decision, each a file of its own and each signed with the seal of the body (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
-- Mục II.8.b and III.1.d). They are fixed with the number; signed before the decision is sealed.
create table decision_annex (
  id uuid primary key,
  decision_id uuid not null references decision,
  position integer not null constraint decision_annex_position_positive check (position > 0),
  name text not null constraint decision_annex_named check (length(name) between 1 and 200),
  file_hash text not null references stored_file,
  file_id text,
  signed_hash text references stored_file,
  added_by uuid not null references person,
  added_at timestamptz not null,
  constraint decision_annex_place_once unique (decision_id, position),
  constraint decision_annex_file_once unique (decision_id, file_hash)
);
comment on table decision_annex is 'Tệp kèm theo quyết định (không cùng tệp với quyết định): bản nộp và bản đã ký số của cơ quan; thêm, bỏ khi còn soạn, ký trước khi đóng dấu quyết định.';
create index decision_annex_signed on decision_annex (signed_hash) where signed_hash is not null;
create index decision_annex_file on decision_annex (file_hash);
create index decision_annex_file_id on decision_annex (file_id) where file_id is not null;

create function decision_annex_keep() returns trigger
  language plpgsql as $$
declare
  at_stage text;
begin
  select stage into at_stage from decision where id = coalesce(new.decision_id, old.decision_id);
  if tg_op in ('INSERT', 'DELETE') then
    if at_stage <> 'draft' then
      raise exception 'decision_annex: tệp kèm theo chỉ thêm, bỏ khi quyết định còn soạn' using errcode = 'insufficient_privilege';
    end if;
    return coalesce(new, old);
  end if;
  if old.signed_hash is not null or at_stage <> 'signed'
    or to_jsonb(new) - 'signed_hash' is distinct from to_jsonb(old) - 'signed_hash' then
    raise exception 'decision_annex: tệp kèm theo đã cố định, chỉ nhận chữ ký số một lần' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger decision_annex_kept before insert or update or delete on decision_annex for each row execute function decision_annex_keep();

alter table decision_signing
  add column annex_id uuid references decision_annex,
  drop constraint decision_signing_of_one,
  add constraint decision_signing_of_one check (num_nonnulls(decision_id, revocation_id, annex_id) = 1),
  add constraint decision_signing_annex_sealed check (annex_id is null or part = 'seal');
create unique index decision_signing_annex_once on decision_signing (annex_id) where state <> 'dropped';
comment on table decision_signing is 'Ký số một quyết định (khen thưởng hoặc hủy bỏ) hoặc một tệp kèm theo, hai nửa: bản chờ ký (giữ nguyên để ký lại đúng bản đó khi dịch vụ ký gián đoạn) và bản đã ký.';

grant select, insert, update, delete on decision_annex to thidua_app;
