-- @revision    d306fbc92c45
-- @revises     c2f5eab81b34
-- @depends-on  8cd1f0a3b746
-- @loses       invoice
-- @created     2026-02-18T10:25:00Z
-- Orders that were shipped before there were invoices get one. Later nobody can tell these from others that are not paid
-- yet, so that the way back loses both.

-- @upgrade
INSERT INTO invoice (order_id, issued_on, total)
SELECT o.id, CAST(o.ordered_at AS DATE), SUM(l.quantity * l.price)
FROM customer_order o
JOIN order_line l ON l.order_id = o.id
WHERE o.status = 'shipped'
  AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.order_id = o.id)
GROUP BY o.id, o.ordered_at;

-- @downgrade
DELETE FROM invoice WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.invoice_id = invoice.id);
