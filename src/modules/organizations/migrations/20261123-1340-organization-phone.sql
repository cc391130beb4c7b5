alter table organizations.organization
  -- E.164: how the provider reaches the organization
  add column phone text check (phone ~ '^\+[1-9][0-9]{4,14}$');
