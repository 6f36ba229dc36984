-- @revision    9de2a7b45c01
-- @revises     6a07d3c28f15, 8cd1f0a3b746
-- @created     2026-02-09T09:00:00Z
-- Both branches are done; nothing of one touches the other.

-- @upgrade

-- @downgrade
