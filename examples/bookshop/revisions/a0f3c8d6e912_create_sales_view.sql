-- @revision    a0f3c8d6e912
-- @revises     9de2a7b45c01
-- @created     2026-02-10T15:30:00Z
-- What was sold, by category: needs the categories of one branch and the status of the other.

-- @upgrade
CREATE VIEW sales_by_category AS
SELECT c.name AS category, SUM(l.quantity) AS copies, SUM(l.quantity * l.price) AS revenue
FROM order_line l
JOIN customer_order o ON o.id = l.order_id
JOIN book b ON b.id = l.book_id
JOIN category c ON c.code = b.category_code
WHERE o.status <> 'cancelled'
GROUP BY c.name;

-- @downgrade
DROP VIEW sales_by_category;
