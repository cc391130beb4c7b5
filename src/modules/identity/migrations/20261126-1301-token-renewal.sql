-- Whose rights change gets another token with the next answer; the one before is dead (SE-03).
alter table identity.session
  add column renewal_due_at timestamptz,
  add column renewed_at     timestamptz,
  add column previous_hash  bytea check (length(previous_hash) = 32); -- whoever shows it has a copy
create index session_previous_hash on identity.session (previous_hash)
  where previous_hash is not null;
