-- Plans and their tasks are found by their names.
alter table plan add column title_fold text generated always as (fold_vi(title)) stored;
alter table plan_task add column title_fold text generated always as (fold_vi(title)) stored;
create index plan_search on plan using gin (title_fold gin_trgm_ops);
create index plan_task_search on plan_task using gin (title_fold gin_trgm_ops);
