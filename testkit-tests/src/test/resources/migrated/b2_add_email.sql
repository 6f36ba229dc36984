-- @revision    b2
-- @revises     a1
-- @loses       customer.email

-- @upgrade
ALTER TABLE customer ADD email VARCHAR(100);

-- @downgrade
ALTER TABLE customer DROP COLUMN email;
