-- @revision    a1
-- @loses       customer

-- @upgrade
CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL);

-- @downgrade
DROP TABLE customer;
