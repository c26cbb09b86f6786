-- Lists of a day's orders: kitchens, dispatchers, desks and streets read the orders of one day, page by page in the order
-- of their ids. Written by package preorder alone.

alter table preorder
    add key preorder_day (service_date, order_id);
