-- What a pack says beyond 0004: the scale of a ratio, the band of a range, whole bullets and cells, a title without a
-- term, and which units the movement's duties count for.

alter table indicator
  add column scale numeric not null default 1 constraint indicator_scale_positive check (scale > 0),
  add column band text not null default 'near_end' constraint indicator_band_known check (band in ('near_end', 'both_ends')),
  add column bullet text not null default '',
  add column evidence_required_is_default boolean not null default true;

alter table scheme
  alter column term drop not null,
  alter column from_year drop not null,
  alter column to_year drop not null,
  add column coordination text not null default '';

alter table unit add column takes_part boolean not null default true;
