-- @revision b1
-- @revises o1

-- @upgrade
ALTER TABLE customer ALTER COLUMN name SET DEFAULT 'b';

-- @downgrade
ALTER TABLE customer ALTER COLUMN name DROP DEFAULT;
