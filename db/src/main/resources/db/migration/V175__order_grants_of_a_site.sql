-- A counter of a limit on a site and day is made from that site's grants of the day, not from all of the city's.
alter table order_grant
    drop key order_grant_day,
    add key order_grant_day (service_date, policy_code, site_id);
