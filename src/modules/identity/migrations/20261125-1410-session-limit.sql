alter table identity.session
  -- how long it may be unused, where an organization allows less than the product
  add column idle_limit_seconds integer check (idle_limit_seconds > 0);
