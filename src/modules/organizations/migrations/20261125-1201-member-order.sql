-- Lists of members are read page by page, whole or by role, in the order in which people came.
create index member_in_order on organizations.member (organization_id, joined_at, user_id);
create index member_by_role on organizations.member (organization_id, role, joined_at, user_id);
