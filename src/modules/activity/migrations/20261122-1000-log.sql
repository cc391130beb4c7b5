create schema activity;

-- A stream is named by whose it is: an organization, a user, or the instance (a uuid of zeros). The
-- owner leads every key, so that a stream and its entries lie together wherever tables are spread.
create table activity.stream (
  owner_id        uuid   not null,
  kind            text   not null check (kind in ('organization', 'user', 'instance')),
  seq             bigint not null check (seq >= 0), -- of the last entry
  hash            bytea  not null check (length(hash) = 32),
  checkpoint_seq  bigint not null default 0 check (checkpoint_seq <= seq),
  primary key (owner_id, kind)
);
comment on table activity.stream is
  'global: The head of each chain of entries: an organization''s, a user''s, the instance''s. Locked last in a transaction, so that no entry is without its change and no change without its entry.';
create index stream_without_checkpoint on activity.stream (owner_id, kind)
  where seq > checkpoint_seq;

create table activity.entry (
  owner_id   uuid        not null,
  kind       text        not null,
  seq        bigint      not null check (seq > 0),
  body       text        not null, -- canonical JSON: what is hashed; the columns below repeat it for look-ups
  prev       bytea       not null check (length(prev) = 32),
  hash       bytea       not null check (length(hash) = 32),
  at         timestamptz not null,
  action     text        not null,
  person_id  uuid,                 -- whose own log shows it: the stream's user, else the user who acted
  about_id   text,
  primary key (owner_id, kind, seq),
  foreign key (owner_id, kind) references activity.stream (owner_id, kind)
);
comment on table activity.entry is
  'global, append-only: What happened, who did it, to what. Each entry carries the hash of the one before it in its stream.';
create index entry_of_stream on activity.entry (owner_id, kind, at desc, seq desc);
create index entry_of_person on activity.entry (person_id, at desc, owner_id desc, seq desc)
  where person_id is not null;
create trigger entry_is_append_only before update or delete on activity.entry
  for each statement execute function platform.refuse_change();

create table activity.personal (
  subject_id uuid   not null,
  owner_id   uuid   not null,
  kind       text   not null,
  seq        bigint not null,
  sealed     text   not null, -- values and salt; the entry's body holds only their salted hash
  primary key (subject_id, owner_id, kind, seq),
  foreign key (owner_id, kind, seq) references activity.entry (owner_id, kind, seq)
);
comment on table activity.personal is
  'person: What an entry says about a person (name, place, device), sealed and apart, so that erasing the person leaves the chain whole.';
create index personal_of_entry on activity.personal (owner_id, kind, seq);

create table activity.checkpoint (
  owner_id  uuid        not null,
  kind      text        not null,
  seq       bigint      not null,
  hash      bytea       not null,
  at        timestamptz not null,
  key_id    text        not null,
  signature bytea       not null, -- Ed25519; the database does not hold the key
  primary key (owner_id, kind, seq)
);
comment on table activity.checkpoint is
  'global, append-only: Signed heads of streams. An entry that a checkpoint knows cannot be cut off unnoticed.';
create trigger checkpoint_is_append_only before update or delete on activity.checkpoint
  for each statement execute function platform.refuse_change();
