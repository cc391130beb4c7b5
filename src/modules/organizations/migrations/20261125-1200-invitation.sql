create table organizations.invitation (
  organization_id uuid        not null references organizations.organization (organization_id),
  id              uuid        not null,
  address         text        not null, -- as it was typed; the invited person proves it
  address_key     text        not null, -- in lower case
  role            text        not null check (role in (
    'legal_representative', 'administrator', 'collaborator', 'external'
  )),
  billing_right   boolean     not null,
  note            text        check (note <> ''),
  token_hash      bytea       not null constraint invitation_token_once unique
    check (length(token_hash) = 32),
  invited_by      uuid        not null, -- the user who sent it last; it holds while they may invite
  invited_at      timestamptz not null,
  sent_at         timestamptz not null,
  expires_at      timestamptz not null,
  primary key (organization_id, id),
  constraint invitation_once unique (organization_id, address_key)
);
create index invitation_of_address on organizations.invitation (address_key);
comment on table organizations.invitation is
  'tenant: Somebody who may become a member (D3). A row waits; accepting, declining and cancelling delete it, in one statement, so that it ends once and nothing is kept of a stranger.';
