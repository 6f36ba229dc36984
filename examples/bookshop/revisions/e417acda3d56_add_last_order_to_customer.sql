-- @revision    e417acda3d56
-- @revises     a0f3c8d6e912
-- @created     2026-03-02T09:15:00Z
-- @loses       customer.last_order
-- When a customer last ordered; filled from the orders there are.

-- @upgrade
ALTER TABLE customer ADD COLUMN last_order TIMESTAMP;
UPDATE customer SET last_order =
  (SELECT MAX(o.ordered_at) FROM customer_order o WHERE o.customer_id = customer.id);

-- @upgrade oracle
ALTER TABLE customer ADD (last_order TIMESTAMP);
UPDATE customer SET last_order =
  (SELECT MAX(o.ordered_at) FROM customer_order o WHERE o.customer_id = customer.id);

-- @upgrade mysql
-- TIMESTAMP of MySQL and MariaDB ends in 2038 and knows time zones; DATETIME is what the others call TIMESTAMP.
ALTER TABLE customer ADD COLUMN last_order DATETIME(6);
UPDATE customer SET last_order =
  (SELECT MAX(o.ordered_at) FROM customer_order o WHERE o.customer_id = customer.id);

-- @downgrade
ALTER TABLE customer DROP COLUMN last_order;
