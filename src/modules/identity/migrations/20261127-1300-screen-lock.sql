create table identity.screen_lock (
  factor_id     uuid        not null primary key references identity.factor (id) on delete cascade,
  credential_id bytea       not null unique,
  public_key    bytea       not null,
  flags         text[]      not null, -- what was true when it was made: synced, backed-up
  sign_count    bigint      not null, -- as the phone counts its uses
  made_at       timestamptz not null
);
comment on table identity.screen_lock is
  'person: A passkey that a phone made for its Atrio Authenticator alone: it signs each approval after finger, face or PIN. It opens no door.';
