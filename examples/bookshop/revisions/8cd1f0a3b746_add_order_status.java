-- @revision    8cd1f0a3b746
-- @revises     7bc4e5912da8
-- @created     2026-02-04T14:45:00Z
-- An order is open until it is shipped; those there are without an address were handed over in the shop.

-- @upgrade
ALTER TABLE customer_order ADD COLUMN status VARCHAR(10) DEFAULT 'open' NOT NULL;
UPDATE customer_order SET status = 'shipped' WHERE address_id IS NULL;
ALTER TABLE customer_order ADD CONSTRAINT ck_customer_order_status CHECK (status IN ('open', 'shipped', 'cancelled'));

-- @downgrade
ALTER TABLE customer_order DROP CONSTRAINT ck_customer_order_status;
ALTER TABLE customer_order DROP COLUMN status;
