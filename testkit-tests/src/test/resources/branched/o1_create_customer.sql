-- @revision o1
-- @loses customer

-- @upgrade
CREATE TABLE customer (
  id INTEGER NOT NULL,
  name VARCHAR(40) NOT NULL,
  note VARCHAR(80),
  CONSTRAINT pk_customer PRIMARY KEY (id));

-- @downgrade
DROP TABLE customer;
