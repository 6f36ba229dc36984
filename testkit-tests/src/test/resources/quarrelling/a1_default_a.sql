-- @revision a1
-- @revises o1

-- @upgrade
ALTER TABLE customer ALTER COLUMN name SET DEFAULT 'a';

-- @downgrade
ALTER TABLE customer ALTER COLUMN name DROP DEFAULT;
