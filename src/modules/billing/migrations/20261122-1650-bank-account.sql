-- Our own accounts at banks. A statement of any other account is refused, entry by entry.
create table billing.bank_account (
  id            uuid primary key,              -- version 7; spelled bka_… outside
  name          text not null,
  number        text not null unique           -- IBAN, or what the bank writes under Othr
    check (number ~ '^[A-Z0-9]{5,34}$'),
  qr_iban       text unique check (qr_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{5,30}$'),
  opening_minor bigint not null,
  currency      text not null,
  opening_on    date not null,                 -- entries booked earlier are not booked here
  registered_at timestamptz not null,
  registered_by text not null
);
comment on table billing.bank_account is
  'global: our own bank accounts with the balance that Atrio began with';
