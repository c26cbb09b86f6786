-- The few orders that are still open are found among all that ever were.
alter table preorder
    drop key preorder_open,
    add key preorder_open (state, service_date);
