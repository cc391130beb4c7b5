create table identity.vapid_key (
  is_only    boolean     not null primary key check (is_only),
  public_key text        not null, -- base64url; a browser gives it to its push service
  sealed     text        not null, -- the private half
  created_at timestamptz not null
);
comment on table identity.vapid_key is
  'global: The one key by which push services know that this instance wakes its phones. Made when it is first needed.';

create table identity.push_subscription (
  factor_id  uuid        not null primary key references identity.factor (id) on delete cascade,
  sealed     text        not null, -- the address at the push service of the phone's browser
  renewed_at timestamptz not null
);
comment on table identity.push_subscription is
  'person: Where an Atrio Authenticator is woken when something waits for it. Who knows the address may do so.';

-- a phone that was asked too often is hidden until another factor succeeds; then it is counted anew
alter table identity.factor
  add column rests_since timestamptz,
  add column rested_until timestamptz;

alter table identity.push_request
  add column is_known boolean not null default false, -- asked in a browser that its owner used before
  add column about text not null default ''; -- what cannot be undone and is asked for; an answer opens nothing else
