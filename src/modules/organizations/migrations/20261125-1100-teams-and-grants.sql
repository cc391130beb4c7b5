-- Teams (N3), and products granted one by one to members and to teams (D1).
create table organizations.team (
  organization_id uuid        not null references organizations.organization (organization_id),
  id              uuid        not null, -- version 7; spelled tea_… outside
  name            text        not null check (name <> '' and char_length(name) <= 60),
  tint            smallint    not null check (tint between 0 and 5),
  -- a right on all products, also on those to come; it reaches no external
  all_products    text        check (all_products in ('see', 'manage')),
  created_at      timestamptz not null,
  created_by      uuid        not null, -- the user
  primary key (organization_id, id)
);
comment on table organizations.team is
  'tenant: Members who hold rights together (N3). What a team may adds up with what its members may.';
create unique index team_name_once on organizations.team (organization_id, lower(name));

create table organizations.team_member (
  organization_id uuid        not null,
  team_id         uuid        not null,
  user_id         uuid        not null,
  leads           boolean     not null, -- may add and remove members of this team, nothing else
  added_at        timestamptz not null,
  added_by        uuid        not null, -- the user
  primary key (organization_id, team_id, user_id),
  foreign key (organization_id, team_id)
    references organizations.team (organization_id, id) on delete cascade,
  -- who leaves the organization leaves its teams in the same statement
  foreign key (organization_id, user_id)
    references organizations.member (organization_id, user_id) on delete cascade
);
comment on table organizations.team_member is
  'tenant: Who belongs to a team, externals too, and who leads it.';
create index team_of_member on organizations.team_member (user_id, organization_id)
  include (team_id, leads);
create unique index team_has_one_leader on organizations.team_member (organization_id, team_id)
  where leads;

create table organizations.product_grant (
  organization_id uuid        not null,
  member_id       uuid, -- the user; or
  team_id         uuid,
  -- either of them: all that somebody holds is read from one index
  holder_id       uuid        not null generated always as (coalesce(member_id, team_id)) stored,
  subscription_id uuid        not null,
  access          text        not null check (access in ('see', 'manage')),
  granted_at      timestamptz not null,
  granted_by      uuid        not null, -- the user
  primary key (organization_id, holder_id, subscription_id) include (access),
  constraint product_grant_has_one_holder check (num_nonnulls(member_id, team_id) = 1),
  foreign key (organization_id, member_id)
    references organizations.member (organization_id, user_id) on delete cascade,
  foreign key (organization_id, team_id)
    references organizations.team (organization_id, id) on delete cascade
);
comment on table organizations.product_grant is
  'tenant: A right on one product, held by a member or by a team (D1). It takes the whole subscription.';
create index product_grant_of_product
  on organizations.product_grant (organization_id, subscription_id, holder_id) include (access);

create table organizations.management_block (
  organization_id uuid        not null references organizations.organization (organization_id),
  subscription_id uuid        not null,
  reason          text        not null check (reason <> '' and char_length(reason) <= 200),
  blocked_at      timestamptz not null,
  blocked_by      uuid        not null, -- the user
  primary key (organization_id, subscription_id)
);
comment on table organizations.management_block is
  'tenant: A product that only those who administrate manage for now: what grants and teams give waits.';
