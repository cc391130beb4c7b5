-- The sweep looks every night for what nobody answered, in all organizations.
create index invitation_expiry on organizations.invitation (expires_at);
comment on table organizations.invitation is
  'tenant: Somebody who may become a member (D3). A row waits; accepting, declining, cancelling and, a month after it ran out, closing delete it, in one statement, so that it ends once and nothing is kept of a stranger.';
