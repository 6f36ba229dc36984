-- @revision    1975ea83b712
-- @loses       customer
-- @created     2026-11-22T16:20:00Z

-- @upgrade
CREATE TABLE customer (id BIGINT PRIMARY KEY, name VARCHAR(100) NOT NULL);

-- @downgrade
DROP TABLE customer;
