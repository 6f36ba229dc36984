-- @revision    a1
-- @loses       customer

-- @upgrade
CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL);
INSERT INTO customer VALUES (1, 'Ada');

-- @downgrade
DROP TABLE customer;
