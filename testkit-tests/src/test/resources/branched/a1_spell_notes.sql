-- @revision a1
-- @revises o1

-- @upgrade
UPDATE customer SET note = 'no answer' WHERE note = 'n/a';

-- @downgrade
UPDATE customer SET note = 'n/a' WHERE note = 'no answer';
