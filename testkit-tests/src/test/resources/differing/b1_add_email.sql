-- @revision b1
-- @revises o1
-- @loses customer.email

-- @upgrade
ALTER TABLE customer ADD COLUMN email VARCHAR(80);

-- @upgrade h2
ALTER TABLE customer ADD COLUMN email VARCHAR(90);

-- @downgrade
ALTER TABLE customer DROP COLUMN email;
