-- Which products an entry names, for the filter by product (R96). It repeats the body, like the other
-- columns; what was written before named at most the product that it is about.
alter table activity.entry add column product_ids text[] not null default '{}';
alter table activity.entry disable trigger entry_is_append_only;
update activity.entry set product_ids = array[about_id]
  where body::jsonb -> 'about' ->> 'kind' = 'product';
alter table activity.entry enable trigger entry_is_append_only;
create index entry_of_product on activity.entry using gin (product_ids)
  where product_ids <> '{}';
