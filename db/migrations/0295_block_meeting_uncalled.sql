-- A meeting whose day has passed is recorded as held without being called.

alter table block_meeting drop constraint block_meeting_called_whole;
alter table block_meeting add constraint block_meeting_called_whole check (
  (stage <> 'called' or called_at is not null)
  and (stage in ('planned', 'cancelled') or (length(place) > 0 and length(agenda) > 0)));
