-- Which model an authenticator proved to be (AAGUID), where its maker had to vouch for it.
alter table identity.factor add column model uuid;

-- Until when somebody of the staff who has nothing to prove with may begin, with the code that an
-- administrator or the operator's command gave.
create table identity.staff_beginning (
  staff_id   uuid        not null primary key references identity.staff (id),
  code_hash  bytea       not null check (length(code_hash) = 32),
  opened_by  text        not null check (opened_by <> ''), -- who gave it, as the log names them
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table identity.staff_beginning is
  'global: The latest code with which one of the staff begins: sets up the first factor, once. Another takes its place.';
