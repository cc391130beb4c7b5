-- When a passkey was offered after a sign-in with the password; once is enough.
alter table identity.user add column passkey_offered_at timestamptz;
