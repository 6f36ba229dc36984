-- @revision    6a07d3c28f15
-- @revises     5e94b1f3a860
-- @created     2026-02-03T16:20:00Z
-- The search by title. PostgreSQL builds the index while the shop stays open.

-- @upgrade
CREATE INDEX ix_book_title ON book (title);

-- @upgrade postgresql
-- @transaction off
CREATE INDEX CONCURRENTLY ix_book_title ON book (title);

-- @downgrade
DROP INDEX ix_book_title;
