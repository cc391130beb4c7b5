create schema messages;

create table messages.message (
  id              uuid        not null primary key, -- version 7; spelled msg_… outside
  user_id         uuid,        -- whose Messages page lists it; none before there is an account
  organization_id uuid,        -- in whose matter it was written
  letter          text        not null, -- `billing.invoice-issued`: module, then what it tells
  language        text        not null,
  address         text        not null, -- where it went, as its owner spells it
  name            text        not null default '',
  subject         text        not null,
  sealed_body     text        not null, -- text and HTML, sealed
  code            text        not null constraint message_code_once unique,
  key_id          text        not null,
  signature       bytea       not null, -- Ed25519 over id, address, subject and text
  status          text        not null check (status in ('queued', 'sending', 'sent', 'kept', 'failed')),
  tries           integer     not null default 0 check (tries >= 0),
  problem         text,        -- what the mail server said last
  queued_at       timestamptz not null,
  sent_at         timestamptz,
  failed_at       timestamptz,
  check ((status = 'sent') = (sent_at is not null)),
  check ((status = 'failed') = (failed_at is not null))
);
comment on table messages.message is
  'person: Every message that was sent to somebody, as it was sent, with its code and signature (B2). Content never changes; only its delivery does.';
create index message_of_user on messages.message (user_id, id desc) where user_id is not null;
create index message_of_address on messages.message (lower(address), id desc);

create function messages.refuse_change_of_content() returns trigger
language plpgsql as $$
begin
  if (new.id, new.user_id, new.organization_id, new.letter, new.language, new.address, new.name,
      new.subject, new.sealed_body, new.code, new.key_id, new.signature, new.queued_at)
    is distinct from
     (old.id, old.user_id, old.organization_id, old.letter, old.language, old.address, old.name,
      old.subject, old.sealed_body, old.code, old.key_id, old.signature, old.queued_at)
  then
    raise exception 'what a message says never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger message_content_is_kept before update on messages.message
  for each row execute function messages.refuse_change_of_content();
