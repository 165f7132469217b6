-- Papers of a movement: the signed one that launches it, those of its reviews and its conclusion.
alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known
  check (subject_kind in ('actual', 'pledge', 'assigned_target', 'import', 'movement', 'plan', 'plan_progress', 'report'));
