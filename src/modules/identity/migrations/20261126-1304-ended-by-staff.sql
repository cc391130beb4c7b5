-- Whom the provider signed out at one moment: each of them is told, a few at a time.
create index session_ended_by_staff on identity.session (ended_at, user_id)
  where ended_why = 'ended-by-staff';
