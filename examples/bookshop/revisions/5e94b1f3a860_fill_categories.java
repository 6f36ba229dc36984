-- @revision    5e94b1f3a860
-- @revises     4d21c09a7be3
-- @created     2026-02-02T11:05:00Z
-- Every book there is gets a category, and from now on must have one.

-- @upgrade
INSERT INTO category (code, name) VALUES
  ('fiction', 'Fiction'),
  ('sf', 'Science fiction'),
  ('children', 'Books for children');

UPDATE book SET category_code = 'fiction';
UPDATE book SET category_code = 'sf' WHERE isbn = '9780441478125';
UPDATE book SET category_code = 'children' WHERE isbn = '9780192793713';

ALTER TABLE book ALTER COLUMN category_code SET NOT NULL;

-- @downgrade
ALTER TABLE book ALTER COLUMN category_code DROP NOT NULL;
UPDATE book SET category_code = NULL;
DELETE FROM category;
