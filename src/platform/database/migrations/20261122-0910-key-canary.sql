-- One text per key that was ever current, sealed with it: a start with other keys is noticed at once.
create table platform.key_canary (
  kid    text not null primary key,
  sealed text not null
);
comment on table platform.key_canary is
  'global: proves at start that the keys given are those of this database.';
