-- @revision    b2
-- @revises     a1

-- @upgrade
CREATE INDEX by_name ON customer (name);

-- @downgrade
UPDATE customer SET name = name;
