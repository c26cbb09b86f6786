-- Deliveries that are due are looked up for each address apart, so that one slow receiver does not
-- stop the others. Package webhook alone writes this table.

alter table webhook_delivery
    add key webhook_delivery_by_hook (state, webhook_id, next_try_at);
