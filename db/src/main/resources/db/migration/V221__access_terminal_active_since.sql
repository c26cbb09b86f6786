-- Since when a terminal may have sold anything: receipts that it brings from before are refused.
-- In the service's business time, which tests set. Package access alone writes this table.

alter table terminal
    add column active_since datetime(6) null;

update terminal set active_since = activated_at;
