-- What is sold today lies together in every index that allows it: with the elder or the site first, a
-- sale touched a page of its own in each, among all the years that are kept.
alter table meal_order
    drop key meal_order_elder,
    drop key meal_order_site,
    add key meal_order_elder (service_date, elder_id),
    add key meal_order_site (service_date, site_id, slot);

alter table meal_fact
    drop key meal_fact_by_site,
    add key meal_fact_by_site (service_date, site_id, slot, elder_id, returned);
