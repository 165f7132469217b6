-- An award entered by hand or from a sheet can be corrected, and struck when it was entered by mistake: it stays, says so, and counts nowhere.

alter table honour
  add column struck_at timestamptz,
  add column struck_by uuid references person,
  add column struck_reason text,
  add constraint honour_struck_whole check (
    (struck_at is null) = (struck_reason is null) and (struck_at is not null or struck_by is null) and length(trim(struck_reason)) > 0),
  add constraint honour_struck_by_hand check (struck_at is null or (nominee_id is null and revoked_on is null));
comment on column honour.struck_at is 'Dòng ghi nhầm đã gạch bỏ: vẫn còn để xem, không tính vào đâu; struck_reason là lý do.';

-- What stands is listed and counted; what was struck may be entered anew.
drop index honour_once;
create unique index honour_once on honour (holder_id, award_code, year, decision_number) where struck_at is null;
drop index honour_recent;
create index honour_recent on honour (year desc, decided_on desc, id desc) include (holder_id) where struck_at is null;
drop index honour_award_recent;
create index honour_award_recent on honour (award_code, year desc, decided_on desc, id desc) include (holder_id) where struck_at is null;
drop index honour_of_holder;
create index honour_of_holder on honour (holder_id, year desc, decided_on desc, id desc) include (award_code, revoked_on, struck_at);
create index honour_struck on honour (year desc, decided_on desc, id desc) include (holder_id) where struck_at is not null;

-- By a decision issued here an award keeps its content. Of an answer of the centre the dossier says what was proposed; number, day and signer were
-- typed from its paper and may be put right. A struck line keeps what it said.
create or replace function honour_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.nominee_id is not null and
     (old.award_code, old.year, old.kind, old.nominee_id) is distinct from (new.award_code, new.year, new.kind, new.nominee_id)
  then
    raise exception 'honour: khen thưởng theo hồ sơ trong hệ thống không được sửa danh hiệu, năm, loại' using errcode = 'insufficient_privilege';
  end if;
  if old.nominee_id is not null and
     (old.decision_number, old.decided_on, old.decided_by) is distinct from (new.decision_number, new.decided_on, new.decided_by) and
     exists (select from decision_line l where l.nominee_id = old.nominee_id)
  then
    raise exception 'honour: khen thưởng theo quyết định ban hành trong hệ thống không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  if old.struck_at is not null and new.struck_at is not null and
     (old.award_code, old.year, old.kind, old.achievement, old.decision_number, old.decided_on, old.decided_by, old.golden_book_number, old.source,
       old.struck_at, old.struck_by, old.struck_reason) is distinct from
     (new.award_code, new.year, new.kind, new.achievement, new.decision_number, new.decided_on, new.decided_by, new.golden_book_number, new.source,
       new.struck_at, new.struck_by, new.struck_reason)
  then
    raise exception 'honour: dòng đã gạch bỏ không được sửa' using errcode = 'insufficient_privilege';
  end if;
  if old.revoked_on is not null and new.revoked_on is distinct from old.revoked_on and not (
    new.revoked_on is null and exists (select from revocation r where r.honour_id = old.id and r.stage = 'decided'))
  then
    raise exception 'honour: đã hủy bỏ, không sửa ngày hủy bỏ' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
