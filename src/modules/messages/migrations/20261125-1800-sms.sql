create table messages.sms (
  id        uuid        not null primary key,
  user_id   uuid,
  sealed    text, -- number and words; wiped when it left or failed, a sandbox keeps it
  status    text        not null check (status in ('queued', 'sent', 'kept', 'failed')),
  tries     integer     not null default 0 check (tries >= 0),
  problem   text, -- what the gateway said last
  queued_at timestamptz not null,
  dies_at   timestamptz not null, -- not worth sending any more
  sent_at   timestamptz,
  failed_at timestamptz,
  check ((status = 'sent') = (sent_at is not null)),
  check ((status = 'failed') = (failed_at is not null)),
  check ((status in ('sent', 'failed')) = (sealed is null))
);
create index sms_latest on messages.sms (id desc);
comment on table messages.sms is
  'person: Texts to phones and whether they left. What they say is wiped then; only a sandbox keeps it.';
