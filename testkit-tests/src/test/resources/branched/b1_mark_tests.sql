-- @revision b1
-- @revises o1

-- @upgrade
UPDATE customer SET note = 'a test' WHERE note = 'test';
CREATE INDEX ix_customer_name ON customer (name);

-- @downgrade
DROP INDEX ix_customer_name;
UPDATE customer SET note = 'test' WHERE note = 'a test';

-- @downgrade mysql
DROP INDEX ix_customer_name ON customer;
UPDATE customer SET note = 'test' WHERE note = 'a test';
