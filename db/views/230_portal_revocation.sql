-- What a stranger may read of a decision to revoke that was issued here: enough to tell a paper from a forgery, nothing of how it came to be.
create view portal_revocation as
  select r.id, r.decision_number as number, r.decided_on, r.issuer, r.sealed_paper, r.file_id, r.restored_number, r.restored_on,
    honour.award_code, honour.decision_number as award_number, honour.decided_on as awarded_on, holder.kind as holder_kind, holder.name as holder_name
  from revocation r
  join honour on honour.id = r.honour_id
  join holder on holder.id = honour.holder_id
  where r.stage in ('decided', 'restored') and r.sealed_paper is not null;
comment on view portal_revocation is 'Quyết định hủy bỏ đã ban hành, đúng những gì trang xác minh cần; tên cá nhân, hộ gia đình chỉ hiện viết tắt.';
grant select on portal_revocation to thidua_app;
