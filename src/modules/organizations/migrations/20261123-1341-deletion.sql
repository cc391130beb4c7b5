create table organizations.deletion (
  organization_id uuid        not null primary key
    references organizations.organization (organization_id),
  deleted_at      timestamptz not null,
  deleted_by      uuid        not null -- the user
);
comment on table organizations.deletion is
  'tenant, append-only: That an organization was deleted: nobody acts in it again, its books stay.';
create trigger deletion_is_append_only
  before update or delete on organizations.deletion
  for each statement execute function platform.refuse_change();
