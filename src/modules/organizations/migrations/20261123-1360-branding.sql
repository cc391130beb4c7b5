create table organizations.branding (
  organization_id uuid        not null primary key references organizations.organization (organization_id),
  initials        text        check (char_length(initials) between 1 and 2), -- null: those of the name
  tint            smallint    check (tint between 0 and 5),                  -- null: by the name
  square_image    text        check (square_image ~ '^[0-9a-f]{64}$'),       -- hash of the file
  wide_image      text        check (wide_image ~ '^[0-9a-f]{64}$'),
  wide_width      integer     check (wide_width > 0),
  wide_height     integer     check (wide_height > 0),
  changed_at      timestamptz not null,
  changed_by      uuid        not null, -- the user
  -- a square logo stands alone (R103)
  constraint square_logo_stands_alone check (square_image is null or wide_image is null),
  check (num_nonnulls(wide_image, wide_width, wide_height) in (0, 3))
);
comment on table organizations.branding is
  'tenant: How an organization shows itself: initials with a colour or a square logo, and one rectangular logo for all services (R97–R107). No row: initials and colour follow the name.';
