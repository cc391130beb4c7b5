create table subscriptions.place (
  organization_id uuid        not null,
  subscription_id uuid        not null,
  user_id         uuid        not null,
  given_at        timestamptz not null,
  given_by        uuid        not null, -- the user
  primary key (organization_id, subscription_id, user_id),
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id)
);
comment on table subscriptions.place is
  'tenant: who of the members uses a suite; while the suite runs they do not leave (R35).';
create index place_of_user on subscriptions.place (user_id, organization_id);

create table subscriptions.mail_address (
  organization_id uuid        not null,
  subscription_id uuid        not null,
  address         text        not null check (address = lower(address) and address like '%_@_%'),
  added_at        timestamptz not null,
  added_by        uuid        not null, -- the user
  primary key (organization_id, subscription_id, address),
  foreign key (organization_id, subscription_id)
    references subscriptions.subscription (organization_id, id)
);
comment on table subscriptions.mail_address is
  'tenant: the addresses of a mail service; whoever signs in with one does not leave (R36).';
create index mail_address_anywhere on subscriptions.mail_address (address, organization_id);
