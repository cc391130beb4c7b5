-- Whether somebody else may change the legal identity: asked of each organization in one's list.
create index member_representative on organizations.member (organization_id, user_id)
  where role = 'legal_representative';
