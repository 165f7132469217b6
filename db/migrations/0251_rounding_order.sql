-- In which order a multiple is rounded (before or after multiplying) is a dated provision like the others: proposed by a form, confirmed by another.
alter table provision
  drop constraint provision_kind_known,
  add constraint provision_kind_known check (kind in (
    'award', 'rule_set', 'rule', 'deciders', 'vote', 'council', 'quorum', 'public_list', 'bonus', 'payment', 'rounding', 'rounding_order', 'base_salary',
    'quota', 'papers', 'terms', 'clock'));
