-- A dossier of a movement says at which review of it (Điều 26.2, 73, 74 of the law ask for one), and of each nominee how it was placed there.

alter table dossier
  add column movement_review text constraint dossier_review_known check (movement_review in ('yearly', 'mid_term', 'final')),
  add constraint dossier_review_of_movement check (movement_review is null or movement_id is not null);
comment on column dossier.movement_review is 'Đề nghị tại lần đánh giá nào của phong trào: hằng năm, sơ kết, tổng kết; để trống: chưa ghi.';

alter table nominee
  add column movement_rank integer constraint nominee_rank_range check (movement_rank between 1 and 9999);
comment on column nominee.movement_rank is 'Xếp thứ trong lần đánh giá phong trào theo đơn vị đề nghị; để trống: chưa ghi.';

create or replace function dossier_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage not in ('draft', 'returned') and
     (old.code, old.unit_id, old.to_unit_id, old.route, old.via_unit_id, old.kind, old.simplified, old.year, old.movement_id,
      old.movement_review, old.title, old.paper_number, old.paper_date)
     is distinct from
     (new.code, new.unit_id, new.to_unit_id, new.route, new.via_unit_id, new.kind, new.simplified, new.year, new.movement_id,
      new.movement_review, new.title, new.paper_number, new.paper_date)
  then
    raise exception 'dossier: nội dung đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create or replace function nominee_keep_content() returns trigger
  language plpgsql as $$
begin
  if (tg_op <> 'UPDATE' or (old.dossier_id, old.holder_id, old.award_code, old.position, old.achievement, old.movement_rank)
      is distinct from (new.dossier_id, new.holder_id, new.award_code, new.position, new.achievement, new.movement_rank))
    and exists (select from dossier d where d.id = coalesce(new.dossier_id, old.dossier_id) and d.stage not in ('draft', 'returned'))
  then
    raise exception 'nominee: danh sách đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
