create schema billing;

create table billing.seller (
  version    integer     not null primary key check (version > 0),
  figures    jsonb       not null, -- name, address, VAT number, mail, website
  created_at timestamptz not null
);
comment on table billing.seller is
  'global, append-only: Who sells, as documents print it. A change is a new version; documents keep theirs.';

create table billing.seller_account (
  seller_version   integer not null references billing.seller (version),
  currency         text    not null check (currency in ('CHF', 'EUR')),
  iban             text    not null,
  qr_iban          text,
  reference_prefix text    not null check (reference_prefix ~ '^[0-9]{0,6}$'),
  primary key (seller_version, currency)
);
comment on table billing.seller_account is
  'global, append-only: Where customers pay, per currency; with a QR-IBAN by QR reference.';

create table billing.vat_rate (
  country      text    not null check (country ~ '^[A-Z]{2}$'),
  category     text    not null check (category in ('standard', 'reduced', 'lodging')),
  valid_from   date    not null,
  valid_to     date, -- the first day on which it no longer holds
  basis_points integer not null check (basis_points between 0 and 10000),
  primary key (country, category, valid_from),
  check (valid_from < valid_to)
);
comment on table billing.vat_rate is
  'global: Tax rates by country, category and date of supply. No rate stands in code.';

create table billing.payment_reference (
  ref             text        not null primary key,
  kind            text        not null check (kind in ('invoice', 'pro-forma', 'top-up')),
  organization_id uuid        not null,
  subject_id      uuid        not null,
  drawn_at        timestamptz not null
);
comment on table billing.payment_reference is
  'global, append-only: Every reference ever drawn. An old one that arrives years later still says whose money it is.';

create table billing.number_series (
  series  text    not null,
  year    integer not null,
  last_no bigint  not null check (last_no > 0),
  last_on date    not null, -- its day: days never go back inside a series
  primary key (series, year)
);
comment on table billing.number_series is
  'global: The last number given out; its row is locked by whoever issues, as the last lock.';

create table billing.invoice_number (
  series          text    not null,
  year            integer not null,
  serial          bigint  not null check (serial > 0),
  organization_id uuid    not null,
  invoice_id      uuid    not null,
  primary key (series, year, serial)
);
comment on table billing.invoice_number is
  'global, append-only: Which invoice has a number: no number twice, whatever the code does.';

create trigger seller_stays before update or delete or truncate on billing.seller
  for each statement execute function platform.refuse_change();
create trigger seller_account_stays before update or delete or truncate on billing.seller_account
  for each statement execute function platform.refuse_change();
create trigger payment_reference_stays before update or delete or truncate
  on billing.payment_reference for each statement execute function platform.refuse_change();
create trigger invoice_number_stays before update or delete or truncate
  on billing.invoice_number for each statement execute function platform.refuse_change();
