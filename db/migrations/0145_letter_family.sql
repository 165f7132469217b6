-- Letters that urge know whether a body of the state or of the Party writes them: their heads differ.

alter table urging_letter add column family text not null default 'state'
  constraint urging_letter_family_known check (family in ('state', 'party'));
