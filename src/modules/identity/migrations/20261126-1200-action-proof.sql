create table identity.action_proof (
  session_id uuid        not null primary key references identity.session (id), -- the newest of a session counts
  action     text        not null, -- the route that it opens
  object     text        not null, -- what that route's path names
  factor_id  uuid        references identity.factor (id), -- null: the password was the proof
  expires_at timestamptz not null
);
create index action_proof_expires_at on identity.action_proof (expires_at);
create index action_proof_factor on identity.action_proof (factor_id);
comment on table identity.action_proof is
  'person: A proof that was made for one thing that cannot be undone. It opens that thing once, within five minutes, and nothing else.';
