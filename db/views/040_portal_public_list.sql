-- What a stranger may read of lists on which the people's opinion is asked. Public pages read these views and nothing else.
create view portal_public_list as
  select l.id, u.name as unit_name, l.working_days, l.basis, l.opened_on, l.closes_on, l.state, l.closed_at,
    l.state = 'open' and today_here() <= l.closes_on as takes_opinions
  from public_list l
  join dossier d on d.id = l.dossier_id
  join unit_now u on u.id = d.to_unit_id
  where l.state <> 'withdrawn' and d.stage not in ('draft', 'submitted', 'returned', 'withdrawn', 'refused')
    -- Names do not stay on a public page longer than whoever wrote needs to see that it is closed.
    and (l.state = 'open' or l.closed_at > now() - interval '30 days');
comment on view portal_public_list is 'Danh sách công khai lấy ý kiến Nhân dân, đúng những gì người không đăng nhập được xem.';
create view portal_public_list_item as
  select i.list_id, i.nominee_id as item_id, i.position, i.name, i.unit_name, i.award_code, i.achievement, i.shown_on, i.closes_on
  from public_list_item i
  join portal_public_list l on l.id = i.list_id
  where i.withdrawn_at is null;
comment on view portal_public_list_item is 'Từng đối tượng trong danh sách công khai.';
grant select on portal_public_list, portal_public_list_item to thidua_app;
