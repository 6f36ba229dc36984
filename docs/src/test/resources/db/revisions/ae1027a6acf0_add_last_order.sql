-- @revision    ae1027a6acf0
-- @revises     1975ea83b712
-- @loses       customer.last_order
-- @created     2026-11-22T16:40:00Z

-- @upgrade
ALTER TABLE customer ADD COLUMN last_order TIMESTAMP;

-- @downgrade
ALTER TABLE customer DROP COLUMN last_order;
