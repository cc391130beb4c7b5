-- Letters about payments that are still to be written: noted with the money, written by a job.
create table billing.payment_notice (
  organization_id uuid        not null,
  journal_id      uuid        not null,        -- the movement that it tells of
  letter          text        not null check (letter in ('invoice-paid', 'money-on-prepaid')),
  facts           jsonb       not null,        -- what the letter says
  noted_at        timestamptz not null,
  primary key (organization_id, journal_id)
);
comment on table billing.payment_notice is
  'tenant: payments that their organization is still to be told of; the row goes when the letter is queued';
create index payment_notice_oldest on billing.payment_notice (noted_at);
