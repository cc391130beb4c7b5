-- What a member wants to read about the organization; both unless they said otherwise (N1).
alter table organizations.member
  add column billing_messages boolean not null default true,
  add column product_messages boolean not null default true;
