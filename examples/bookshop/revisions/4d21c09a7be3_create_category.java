-- @revision    4d21c09a7be3
-- @revises     ae1027a6acf0
-- @created     2026-02-02T09:40:00Z
-- The catalogue branch begins here: books get a category, at first without having to.

-- @upgrade
CREATE TABLE category (
  code VARCHAR(20) PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);

ALTER TABLE book ADD COLUMN category_code VARCHAR(20);
ALTER TABLE book ADD CONSTRAINT fk_book_category FOREIGN KEY (category_code) REFERENCES category (code);

-- @downgrade
ALTER TABLE book DROP CONSTRAINT fk_book_category;
ALTER TABLE book DROP COLUMN category_code;
DROP TABLE category;
