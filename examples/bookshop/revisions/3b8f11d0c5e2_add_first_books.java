-- @revision    3b8f11d0c5e2
-- @revises     27c6a30d7c24
-- @created     2026-01-13T08:15:00Z
-- The books the shop opens with.

-- @upgrade
INSERT INTO author (id, name) VALUES (1, 'Ursula K. Le Guin'), (2, 'Italo Calvino'), (3, 'Astrid Lindgren');

INSERT INTO book (id, isbn, title, price) VALUES
  (1, '9780441478125', 'The Left Hand of Darkness', 11.90),
  (2, '9780156453806', 'Invisible Cities', 9.50),
  (3, '9780192793713', 'Pippi Longstocking; a story', 8.00);

INSERT INTO book_author (book_id, author_id) VALUES (1, 1), (2, 2), (3, 3);

ALTER TABLE author ALTER COLUMN id RESTART WITH 4;
ALTER TABLE book ALTER COLUMN id RESTART WITH 4;

-- @downgrade
DELETE FROM book_author WHERE book_id <= 3;
DELETE FROM book WHERE id <= 3;
DELETE FROM author WHERE id <= 3;
