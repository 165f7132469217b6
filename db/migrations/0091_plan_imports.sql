-- A plan comes as a workbook too.
alter table import_run drop constraint import_run_kind_known;
alter table import_run add constraint import_run_kind_known
  check (kind in ('actuals', 'units', 'blocks', 'accounts', 'targets', 'pledges', 'plans'));
