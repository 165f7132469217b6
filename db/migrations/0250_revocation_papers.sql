-- A decision to revoke takes its number from the same book as a decision to grant and is signed in the same two halves: by the person, then with
-- the seal of the body; it counts from the day it is issued.

alter table revocation
  add column paper text,
  add column sign_place jsonb,
  add column file_id text,
  add column signed_paper text,
  add column sealed_paper text,
  add column issuer text,
  add column signer text,
  add column recalled_items text[],
  add column return_reason text,
  add column approved_by uuid references person,
  add column approved_at timestamptz,
  drop constraint revocation_stage_known,
  add constraint revocation_stage_known check (stage in (
    'draft', 'proposed', 'appraised', 'numbered', 'signed', 'sealed', 'decided', 'refused', 'withdrawn', 'restored')),
  drop constraint revocation_decided_whole,
  add constraint revocation_decided_whole check (
    (decision_number is null) = (decided_on is null) and (decided_on is null) = (decided_by_words is null)
    and (stage not in ('numbered', 'signed', 'sealed', 'decided', 'restored') or decided_on is not null)
    and (stage not in ('draft', 'proposed', 'appraised', 'refused') or decided_on is null)),
  add constraint revocation_numbered_whole check (
    stage not in ('numbered', 'signed', 'sealed') or (paper is not null and issuer is not null and signer is not null and approved_by is not null)),
  add constraint revocation_signed_whole check (stage not in ('signed', 'sealed') or signed_paper is not null),
  -- What the centre decided was entered without a paper of ours.
  add constraint revocation_sealed_whole check (
    (stage <> 'sealed' or sealed_paper is not null)
    and (stage not in ('decided', 'restored') or (paper is null) = (sealed_paper is null)));
comment on column revocation.paper is 'Bản cuối cùng của quyết định hủy bỏ (địa chỉ theo nội dung trong kho tệp); signed_paper: đã ký; sealed_paper: đã ký và đóng dấu.';
drop index revocation_one_open;
create unique index revocation_one_open on revocation (honour_id)
  where stage in ('draft', 'proposed', 'appraised', 'numbered', 'signed', 'sealed', 'decided');
create index revocation_papers on revocation (sealed_paper) where sealed_paper is not null;

-- What was signed and sealed keeps its number, its day and its papers.
create function revocation_keep_paper() returns trigger
  language plpgsql as $$
begin
  if old.sealed_paper is not null and
     (old.decision_number, old.decided_on, old.decided_by_words, old.paper, old.signed_paper, old.sealed_paper)
     is distinct from (new.decision_number, new.decided_on, new.decided_by_words, new.paper, new.signed_paper, new.sealed_paper)
  then
    raise exception 'revocation: quyết định hủy bỏ đã đóng dấu không sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger revocation_paper_kept before update on revocation for each row execute function revocation_keep_paper();

alter table book_number
  add column revocation_id uuid references revocation,
  add constraint book_number_of_one check (decision_id is null or revocation_id is null);
create unique index book_number_of_revocation on book_number (revocation_id) where revocation_id is not null;
comment on table book_number is 'Số đã lấy trong sổ, của một quyết định khen thưởng hoặc một quyết định hủy bỏ; cả hai trống: đã trả về (chưa ký), sẽ cấp lại trước khi lấy số mới.';

alter table decision_signing
  alter column decision_id drop not null,
  add column revocation_id uuid references revocation,
  add constraint decision_signing_of_one check (num_nonnulls(decision_id, revocation_id) = 1);
create unique index decision_signing_revocation_once on decision_signing (revocation_id, part) where state <> 'dropped';
comment on table decision_signing is 'Ký số một quyết định (khen thưởng hoặc hủy bỏ), hai nửa: bản chờ ký (giữ nguyên để ký lại đúng bản đó khi dịch vụ ký gián đoạn) và bản đã gắn chữ ký. person: người có thẩm quyền; seal: cơ quan.';
