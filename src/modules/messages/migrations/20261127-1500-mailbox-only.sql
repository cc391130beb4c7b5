alter table messages.message
  add column is_mailbox_only boolean not null default false; -- its words hold a link: never shown in the portal

create or replace function messages.refuse_change_of_content() returns trigger
language plpgsql as $$
begin
  if (new.id, new.user_id, new.organization_id, new.letter, new.language, new.address, new.name,
      new.subject, new.sealed_body, new.code, new.key_id, new.signature, new.queued_at,
      new.is_mailbox_only)
    is distinct from
     (old.id, old.user_id, old.organization_id, old.letter, old.language, old.address, old.name,
      old.subject, old.sealed_body, old.code, old.key_id, old.signature, old.queued_at,
      old.is_mailbox_only)
  then
    raise exception 'what a message says never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
